package dev.mendline.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Diagnosis.Candidate;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Incident.SymptomCount;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {
    private static final Incident INCIDENT = TestIncidents.confirmed();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONFIRMED | Confirmed",
                "LIKELY    | Likely",
                "POSSIBLE  | Possible, waiting for evidence",
                "UNPROVEN  | Inconclusive",
                "REFUTED   | Refuted"
            })
    void says_in_plain_words_how_sure_it_is(Verdict verdict, String words) {
        Diagnosis diagnosis =
                new Diagnosis("c", verdict, List.of(new Candidate("c", verdict, "b", List.of(), List.of())));

        assertThat(message("diagnosis", diagnosis).conclusion().verdict()).isEqualTo(words);
    }

    @Test
    void says_that_a_possible_cause_waits_for_nothing_if_probes_are_off() {
        Diagnosis diagnosis = new Diagnosis("c", Verdict.POSSIBLE, List.of(candidate("c", Verdict.POSSIBLE)));
        Incident incident = TestIncidents.Change.of(INCIDENT)
                .with("diagnosis", diagnosis)
                .with(
                        "timeline",
                        List.of(new Incident.TimelineEntry(
                                INCIDENT.openedAt(), TimelineKind.NOT_PROBED, Map.of("why", "probes-off"), null, "w")))
                .incident();

        assertThat(Message.of(incident).conclusion().verdict()).isEqualTo("Possible, not probed");
    }

    @Test
    void old_lines_are_shown_with_their_own_time_and_as_not_probed() {
        Message message = message("historical", true);

        assertThat(message.conclusion().notes()).contains("Old log lines: nothing was probed.");
        assertThat(message.details().fields())
                .extracting(Message.Field::label)
                .contains("Logged")
                .doesNotContain("Since");
    }

    @Test
    void a_node_whose_name_does_not_resolve_was_not_checked() {
        Incident.Evidence tcp = TestIncidents.evidence(
                "tcp", Node.of("n.ab1cd.mongodb.net:27017"), Outcome.Kind.INCONCLUSIVE, Reason.NXDOMAIN);

        assertThat(message("findings", List.of(tcp)).details().evidence())
                .containsExactly("? tcp n.ab1cd.mongodb.net:27017 from zone eu-west:"
                        + " not checked because the name does not resolve there (nxdomain)");
    }

    @Test
    void a_resolved_incident_says_so_before_its_cause() {
        assertThat(message("state", "resolved").conclusion().verdict()).isEqualTo("Resolved. Cause confirmed");
    }

    @Test
    void shows_evidence_that_contradicts_itself_as_a_conflict() {
        Diagnosis diagnosis = new Diagnosis(
                "c",
                Verdict.UNPROVEN,
                List.of(new Candidate(
                        "c", Verdict.UNPROVEN, "b", List.of("One says yes."), List.of("Another says no."))));

        assertThat(message("diagnosis", diagnosis).conclusion().why())
                .isEqualTo("The evidence is contradictory. For: One says yes. Against: Another says no.");
    }

    @Test
    void names_other_causes_that_are_still_in_question_but_not_the_refuted() {
        Diagnosis diagnosis = new Diagnosis(
                "c",
                Verdict.LIKELY,
                List.of(
                        candidate("c", Verdict.LIKELY),
                        candidate("d", Verdict.POSSIBLE),
                        candidate("e", Verdict.REFUTED)));

        assertThat(message("diagnosis", diagnosis).conclusion().notes())
                .containsExactly("Other candidates: d (possible).");
    }

    @Test
    void says_when_evidence_comes_from_another_zone_than_the_services_own() {
        assertThat(message("zones", List.of("us-east")).details().evidence().get(0))
                .isEqualTo("✗ dns-srv from zone eu-west (not a zone of the services): failed, refused");
    }

    @Test
    void a_parent_says_where_it_is_how_many_it_explains_and_which() {
        List<Incident.Child> children = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            children.add(new Incident.Child("id" + i, i == 1 ? "<!channel>\u202e" : "c" + i + ".ab1cd.mongodb.net"));
        }
        Message parent = Message.of(TestIncidents.Change.of(TestIncidents.confirmed())
                .with("target", null)
                .with("site", "zone:north")
                .with("children", children)
                .with("moreChildren", 7)
                .incident());

        assertThat(parent.headline()).isEqualTo("🔴 CRITICAL · zone north: 57 deployments · open");
        assertThat(parent.conclusion().notes().get(0))
                .startsWith("Affects 57 deployments: c0.ab1cd.mongodb.net, ")
                .endsWith(", c2.ab1cd.mongodb.net, c3.ab1cd.mongodb.net and 53 more.")
                .doesNotContain("\u202e");
    }

    @Test
    void tells_what_it_leaves_out() {
        Message message = message(
                "advice", Map.of("summary", "s", "steps", Collections.nCopies(30, "Do it."), "links", List.of()));

        assertThat(message.steps()).hasSize(10).endsWith("21 more: mendline incidents show 3f2ac19b");
    }

    @Test
    void what_grows_by_itself_is_no_news() {
        String digest = Message.of(INCIDENT).digest();

        assertThat(message("revision", 99).digest()).isEqualTo(digest);
        assertThat(message("catalog", "other").digest()).isEqualTo(digest);
        assertThat(message("samples", List.of()).digest()).isEqualTo(digest);
        assertThat(message("updatedAt", TestIncidents.OPENED.plusSeconds(99).toString())
                        .digest())
                .isEqualTo(digest);
        assertThat(message("symptoms", count(13)).digest()).isEqualTo(digest);
    }

    @Test
    void what_a_reader_would_want_to_know_is_news() {
        List<String> digests = new ArrayList<>(List.of(
                Message.of(INCIDENT).digest(),
                message("state", "resolved").digest(),
                message("severity", "low").digest(),
                message("services", List.of("orders")).digest(),
                message("symptoms", count(1200)).digest(),
                message("findings", List.of()).digest(),
                message("diagnosis", Diagnosis.NONE).digest(),
                message("acknowledged", Map.of("by", "dana", "at", "2026-11-22T03:00:00Z", "reason", "mine"))
                        .digest()));

        assertThat(digests).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "§a\r\nb\nc\u2028d§              | §a ⏎ b ⏎ c ⏎ d§",
                "§\u001b[2J\u001b]0;title\u0007§ | ␛[2J␛]0;title␇",
                "§x\u0085\u007f§                 | §x\uFFFD␡§",
                "§a\u202eb\u2066c\u200bd\ufeffe§ | abcde",
                "§a\t \u00a0 b§                  | §a b§",
                "§\ud83d alone§                  | §\uFFFD alone§",
                "§tag\udb40\udc41\ufe0f\u3164§   | tag",
                "Größe 🔴 日本                    | Größe 🔴 日本"
            })
    void text_can_do_nothing_but_be_read(String text, String inert) {
        assertThat(SafeText.of(text, 100)).isEqualTo(inert);
        assertThat(SafeText.of(inert, 100)).isEqualTo(inert);
    }

    @RepeatedTest(50)
    void no_random_text_gets_through_or_breaks_a_line() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(400); i >= 0; i--) {
            text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(0x2100)));
        }
        int max = 2 + random.nextInt(300);

        String inert = SafeText.of(text.toString(), max);

        assertThat(inert).as("seed %d", seed).hasSizeLessThanOrEqualTo(max).isEqualTo(SafeText.of(inert, max));
        assertThat(inert.codePoints().map(Character::getType))
                .as("seed %d", seed)
                .doesNotContain(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.SURROGATE,
                        (int) Character.LINE_SEPARATOR,
                        (int) Character.PARAGRAPH_SEPARATOR);
    }

    @Test
    void a_cut_keeps_the_limit_and_halves_no_character() {
        for (int max = 5; max < 20; max++) {
            String cut = SafeText.of("🔴".repeat(50), max);
            assertThat(cut).hasSizeLessThanOrEqualTo(max).endsWith("…").doesNotContain("\uFFFD");
            assertThat(SafeText.of(cut, max)).isEqualTo(cut);
        }
    }

    private static Message message(String field, Object value) {
        return Message.of(TestIncidents.Change.of(INCIDENT).with(field, value).incident());
    }

    private static Candidate candidate(String cause, Verdict verdict) {
        return new Candidate(cause, verdict, "b", List.of(), List.of());
    }

    private static List<SymptomCount> count(long count) {
        return List.of(new SymptomCount("srv-refused", count, TestIncidents.OPENED, TestIncidents.OPENED));
    }
}
