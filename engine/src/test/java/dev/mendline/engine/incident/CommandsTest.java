package dev.mendline.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.model.Json;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Command;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CommandsTest {
    private static final String NODE_REFUSES =
            "Exception in monitor thread while connecting to server c-shard-00-00.ab1cd.mongodb.net:27017\n"
                    + "Caused by: java.net.ConnectException: Connection refused";
    private static final Node NODE = Node.of("c-shard-00-00.ab1cd.mongodb.net:27017");
    private static final String UNKNOWN = "000000000000";

    private final Desk desk = new Desk();
    private final Persons persons = new Persons(desk);

    private static TcpFacts tcp(Reason status) {
        return new TcpFacts(NODE.host(), NODE.port(), List.of(new Attempt("10.0.0.9", status, 1)), null);
    }

    private void open() {
        desk.log(NODE_REFUSES);
        desk.failed(desk.lastRequest(), Reason.REFUSED, tcp(Reason.REFUSED));
        desk.pass(Duration.ofSeconds(30));
    }

    private void resolved() {
        desk.log(NODE_REFUSES);
        desk.passed(desk.lastRequest(), tcp(Reason.ANSWERED));
        desk.pass(Duration.ofMinutes(5));
    }

    private void merged() {
        open();
        String merged = new String(desk.state().bytes(), StandardCharsets.UTF_8)
                .replace("\"state\":\"open\"", "\"state\":\"merged\"")
                .replace("\"mergedInto\":null", "\"mergedInto\":\"00c0ffee0000\"")
                .replace("\"endedAt\":null", "\"endedAt\":\"" + desk.now() + "\"");
        desk.restore(SiteState.read(merged.getBytes(StandardCharsets.UTF_8)));
    }

    private String given(String state) {
        switch (state) {
            case "resolved" -> resolved();
            case "merged" -> merged();
            case "silenced" -> {
                open();
                persons.says(Command.Kind.SILENCE);
            }
            case "taken" -> {
                open();
                persons.says(Command.Kind.ACKNOWLEDGE);
            }
            default -> open();
        }
        return state.equals("unknown") ? UNKNOWN : desk.last().id();
    }

    private static String standing(Incident incident) {
        return incident.state().name().toLowerCase(Locale.ROOT)
                + (incident.acknowledged() == null
                        ? ""
                        : ", " + incident.acknowledged().by() + " has it")
                + (incident.silencedUntil() == null ? "" : ", silent until " + incident.silencedUntil());
    }

    @ParameterizedTest(name = "{1} when {0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "open     | ACKNOWLEDGE   | open, eve has it | eve: acknowledged {reason=on it}",
                "open     | UNACKNOWLEDGE | open | eve: command-rejected {command=unacknowledge, why=not-acknowledged}",
                "open     | SILENCE       | open, silent until 2026-11-22T11:00:30Z | eve: silenced {reason=upgrade, until=2026-11-22T11:00:30Z}",
                "open     | UNSILENCE     | open | eve: command-rejected {command=unsilence, why=not-silenced}",
                "open     | RESOLVE       | resolved | eve: resolved {reason=on it}",
                "open     | RECHECK       | open | eve: recheck-requested {checks=1, probed-recently=tcp, requested=0, seconds=60, skipped=1}",
                "open     | FEEDBACK      | open | eve: feedback {cause=firewall-blocks-port, diagnosis=node-refuses, judgement=wrong}",
                "open     | UNKNOWN       | open | eve: command-rejected {command=unknown, why=unknown-command}",
                "taken    | ACKNOWLEDGE   | open, eve has it | eve: acknowledged {reason=on it}",
                "taken    | UNACKNOWLEDGE | open | eve: unacknowledged",
                "taken    | RECHECK       | open, dana has it | eve: recheck-requested {checks=1, probed-recently=tcp, requested=0, seconds=60, skipped=1}",
                "taken    | RESOLVE       | resolved, dana has it | eve: resolved {reason=on it}",
                "resolved | ACKNOWLEDGE   | resolved | eve: command-rejected {command=acknowledge, why=not-open}",
                "resolved | UNACKNOWLEDGE | resolved | eve: command-rejected {command=unacknowledge, why=not-acknowledged}",
                "resolved | SILENCE       | resolved, silent until 2026-11-22T11:05:00Z | eve: silenced {reason=upgrade, until=2026-11-22T11:05:00Z}",
                "resolved | UNSILENCE     | resolved | eve: command-rejected {command=unsilence, why=not-silenced}",
                "resolved | RESOLVE       | resolved | eve: command-rejected {command=resolve, why=not-open}",
                "resolved | RECHECK       | resolved | eve: command-rejected {command=recheck, why=not-open}",
                "resolved | FEEDBACK      | resolved | eve: feedback {cause=firewall-blocks-port, diagnosis=node-refuses, judgement=wrong}",
                "resolved | UNKNOWN       | resolved | eve: command-rejected {command=unknown, why=unknown-command}",
                "silenced | ACKNOWLEDGE   | open, eve has it, silent until 2026-11-22T11:00:30Z | eve: acknowledged {reason=on it}",
                "silenced | UNACKNOWLEDGE | open, silent until 2026-11-22T11:00:30Z | eve: command-rejected {command=unacknowledge, why=not-acknowledged}",
                "silenced | SILENCE       | open, silent until 2026-11-22T11:00:30Z | eve: silenced {reason=upgrade, until=2026-11-22T11:00:30Z}",
                "silenced | UNSILENCE     | open | eve: unsilenced",
                "silenced | RESOLVE       | resolved, silent until 2026-11-22T11:00:30Z | eve: resolved {reason=on it}",
                "silenced | RECHECK       | open, silent until 2026-11-22T11:00:30Z | eve: recheck-requested {checks=1, probed-recently=tcp, requested=0, seconds=60, skipped=1}",
                "silenced | FEEDBACK      | open, silent until 2026-11-22T11:00:30Z | eve: feedback {cause=firewall-blocks-port, diagnosis=node-refuses, judgement=wrong}",
                "silenced | UNKNOWN       | open, silent until 2026-11-22T11:00:30Z | eve: command-rejected {command=unknown, why=unknown-command}",
                "merged   | ACKNOWLEDGE   | merged | eve: command-rejected {command=acknowledge, into=00c0ffee0000, why=already-merged}",
                "merged   | UNACKNOWLEDGE | merged | eve: command-rejected {command=unacknowledge, into=00c0ffee0000, why=already-merged}",
                "merged   | SILENCE       | merged | eve: command-rejected {command=silence, into=00c0ffee0000, why=already-merged}",
                "merged   | UNSILENCE     | merged | eve: command-rejected {command=unsilence, into=00c0ffee0000, why=already-merged}",
                "merged   | RESOLVE       | merged | eve: command-rejected {command=resolve, into=00c0ffee0000, why=already-merged}",
                "merged   | RECHECK       | merged | eve: command-rejected {command=recheck, into=00c0ffee0000, why=already-merged}",
                "merged   | FEEDBACK      | merged | eve: command-rejected {command=feedback, into=00c0ffee0000, why=already-merged}",
                "merged   | UNKNOWN       | merged | eve: command-rejected {command=unknown, why=unknown-command}"
            })
    void a_command_changes_what_it_says_and_the_timeline_tells_who_and_why(
            String state, Command.Kind kind, String standing, String timeline) {
        String id = given(state);
        int revision = desk.last().revision();

        Incident incident = desk.read(persons.command(kind, id, "eve"));

        assertThat(standing(incident)).isEqualTo(standing);
        assertThat(Persons.last(incident)).isEqualTo(timeline);
        assertThat(incident.revision()).as("it is told").isEqualTo(revision + 1);
        assertThat(desk.refusals).hasSize(timeline.contains("command-rejected") ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource
    void a_command_about_an_incident_that_there_is_not_changes_nothing(Command.Kind kind) {
        String id = given("unknown");
        SiteState before = desk.state();
        int published = desk.published.size();

        desk.read(persons.command(kind, id, "eve"));

        assertThat(desk.state()).isEqualTo(before);
        assertThat(desk.published).hasSize(published);
        assertThat(desk.refusals).containsExactly(kind.word() + ": the incident does not exist");
    }

    @ParameterizedTest
    @CsvSource({"open", "taken", "resolved", "silenced", "merged"})
    void the_same_command_twice_changes_nothing_the_second_time(String state) {
        String id = given(state);
        for (Command.Kind kind : Command.Kind.values()) {
            Command command = persons.command(kind, id, "eve");
            desk.read(command);
            SiteState before = desk.state();
            int published = desk.published.size();
            int requests = desk.requests.size();
            int refusals = desk.refusals.size();

            desk.read(command);

            assertThat(desk.state()).as(kind.word()).isEqualTo(before);
            assertThat(desk.published).as(kind.word()).hasSize(published);
            assertThat(desk.requests).as(kind.word()).hasSize(requests);
            assertThat(desk.refusals).as(kind.word()).hasSize(refusals);
        }
    }

    @Test
    void a_command_that_lacks_what_it_needs_is_refused() {
        open();
        String id = desk.last().id();
        Command.Kind ack = Command.Kind.ACKNOWLEDGE;
        Command.Kind silence = Command.Kind.SILENCE;
        Command.Kind feedback = Command.Kind.FEEDBACK;

        desk.read(persons.command(ack, id, "eve", null, null, null, null));
        desk.read(persons.command(silence, id, "eve", null, desk.now().plusSeconds(60), null, null));
        desk.read(persons.command(silence, id, "eve", "x", null, null, null));
        desk.read(persons.command(silence, id, "eve", "x", desk.now(), null, null));
        desk.read(persons.silence(id, "eve", Duration.ofDays(7).plusSeconds(61)));
        desk.read(persons.command(Command.Kind.RESOLVE, id, "eve", null, null, null, null));
        desk.read(persons.command(feedback, id, "eve", null, null, null, "node-refuses"));
        desk.read(persons.command(feedback, id, "eve", null, null, true, "node-refuses"));

        assertThat(desk.refusals)
                .containsExactly(
                        "acknowledge: it needs a reason",
                        "silence: it needs a reason",
                        "silence: it needs an end",
                        "silence: its end, " + desk.now() + ", is in the past",
                        "silence: the longest silence is 168 h",
                        "resolve: it needs a reason",
                        "feedback: it says neither right nor wrong",
                        "feedback: a diagnosis that is right has no other cause");
        assertThat(standing(desk.last())).isEqualTo("open");
        assertThat(desk.last().feedback()).isEmpty();
    }

    @Test
    void a_clock_that_is_ahead_a_little_gets_the_longest_silence_that_there_is() {
        open();

        Incident incident = desk.read(
                persons.silence(desk.last().id(), "eve", Duration.ofDays(7).plusSeconds(20)));

        assertThat(incident.silencedUntil()).isEqualTo(desk.now().plus(Duration.ofDays(7)));
    }

    @Test
    void a_silence_ends_on_a_tick_also_of_what_is_over_by_then() {
        open();
        persons.says(Command.Kind.SILENCE);
        persons.says(Command.Kind.RESOLVE);
        assertThat(desk.state().needsTicks()).as("silenced, though over").isTrue();

        Incident before = desk.pass(Duration.ofMinutes(59));
        assertThat(before.silencedUntil()).isNotNull();
        Incident incident = desk.pass(Duration.ofMinutes(2));

        assertThat(incident.silencedUntil()).isNull();
        assertThat(incident.state()).isEqualTo(Incident.State.RESOLVED);
        assertThat(incident.timeline())
                .last()
                .satisfies(entry -> assertThat(entry.kind()).isEqualTo(TimelineKind.SILENCE_ENDED));
        assertThat(incident.updatedAt()).isEqualTo("2026-11-22T11:00:30Z");
        assertThat(desk.state().needsTicks()).isFalse();
    }

    @Test
    void a_silence_holds_when_it_opens_anew_and_an_acknowledgement_does_not() {
        open();
        persons.says(Command.Kind.ACKNOWLEDGE);
        persons.says(Command.Kind.SILENCE);
        String id = persons.says(Command.Kind.RESOLVE).id();
        assertThat(desk.last().acknowledged()).isNotNull();

        desk.pass(Duration.ofMinutes(50));
        Incident incident = desk.log(NODE_REFUSES);

        assertThat(incident.id()).as("the same, for its silence goes on").isEqualTo(id);
        assertThat(incident.episodes()).isEqualTo(2);
        assertThat(incident.silencedUntil()).isNotNull();
        assertThat(incident.acknowledged()).isNull();
        assertThat(incident.timeline()).extracting(Told::of).contains("unacknowledged {acknowledged-by=dana}");
    }

    @Test
    void a_resolved_one_takes_no_late_answers_and_the_next_sighting_reopens_it() {
        desk.log(NODE_REFUSES);
        persons.says(Command.Kind.RESOLVE);
        SiteState over = desk.state();

        desk.failed(desk.lastRequest(), Reason.REFUSED, tcp(Reason.REFUSED));
        assertThat(desk.state()).isEqualTo(over);
        Incident incident = desk.log(NODE_REFUSES);

        assertThat(incident.state()).isEqualTo(Incident.State.OPEN);
        assertThat(incident.episodes()).isEqualTo(2);
        desk.pass(Duration.ofSeconds(65));
        assertThat(desk.requests).as("asked anew, after the cool-down").hasSize(2);
    }

    @Test
    void a_recheck_asks_for_what_passed_too_and_keeps_who_has_it() {
        desk.log(NODE_REFUSES);
        desk.passed(desk.lastRequest(), tcp(Reason.ANSWERED));
        persons.says(Command.Kind.ACKNOWLEDGE);
        desk.pass(Duration.ofSeconds(90));
        assertThat(desk.requests).hasSize(1);

        Incident asked = persons.says(Command.Kind.RECHECK);
        assertThat(Persons.last(asked)).isEqualTo("dana: recheck-requested {checks=1, requested=1}");
        assertThat(desk.requests).hasSize(2);
        Incident again = persons.says(Command.Kind.RECHECK);
        assertThat(Persons.last(again))
                .isEqualTo("dana: recheck-requested {answer-pending=tcp, checks=1, requested=0, skipped=1}");
        Incident incident = desk.failed(desk.lastRequest(), Reason.REFUSED, tcp(Reason.REFUSED));

        assertThat(incident.diagnosis().verdict().word()).isEqualTo("confirmed");
        assertThat(incident.acknowledged()).isNotNull();
    }

    @Test
    void a_recheck_does_not_go_over_the_budget_and_says_so() {
        Desk poor = new Desk(
                Desk.CATALOG,
                Inventory.DEFAULT,
                StrictYaml.read("mendline.yaml", "{probing: {max-per-target: 1}}", EngineSettings.class));
        Persons those = new Persons(poor);
        poor.log(NODE_REFUSES);
        poor.passed(poor.lastRequest(), tcp(Reason.ANSWERED));
        poor.pass(Duration.ofSeconds(60));
        poor.log("querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net");
        assertThat(poor.requests).hasSize(2);

        Incident incident = those.says(Command.Kind.RECHECK);

        assertThat(poor.requests).hasSize(2);
        assertThat(Persons.last(incident))
                .isEqualTo(
                        "dana: recheck-requested {checks=1, per-site=120, per-target=1, probe-limit=tcp, requested=0,"
                                + " skipped=1}");
    }

    @Test
    void the_last_word_of_each_of_the_last_five_is_kept() {
        open();
        String id = desk.last().id();
        desk.read(persons.command(Command.Kind.FEEDBACK, id, "eve", null, null, true, null));
        for (int i = 0; i < 5; i++) {
            desk.read(persons.command(Command.Kind.FEEDBACK, id, "person " + i, null, null, true, null));
        }
        Incident incident =
                desk.read(persons.command(Command.Kind.FEEDBACK, id, "person 2", null, null, false, "node-down"));

        assertThat(incident.feedback())
                .extracting(Incident.Feedback::by)
                .containsExactly("person 0", "person 1", "person 3", "person 4", "person 2");
        assertThat(incident.feedback())
                .last()
                .isEqualTo(new Incident.Feedback("person 2", desk.now(), false, "node-down"));
    }

    @Test
    void however_much_is_said_an_incident_stays_below_sixteen_kilobytes() {
        open();
        String id = desk.last().id();
        for (int i = 0; i < 200; i++) {
            String by = "界".repeat(Command.MAX_BY - 3) + i;
            desk.read(persons.command(
                    Command.Kind.ACKNOWLEDGE, id, by, "界".repeat(Command.MAX_REASON), null, null, null));
            desk.read(persons.command(Command.Kind.FEEDBACK, id, by, null, null, false, "c".repeat(80)));
        }

        assertThat(desk.last().feedback()).hasSize(5);
        assertThat(Json.bytes(desk.last())).hasSizeLessThanOrEqualTo(16 << 10);
        assertThat(desk.state().bytes()).hasSizeLessThan(64 << 10);
    }

    @Test
    void the_same_journal_with_commands_gives_the_same_incidents() {
        assertThat(story()).isEqualTo(new CommandsTest().story());
    }

    private List<String> story() {
        open();
        for (Command.Kind kind : Command.Kind.values()) {
            persons.says(kind);
            desk.pass(Duration.ofMinutes(2));
            desk.log(NODE_REFUSES);
        }
        desk.pass(Duration.ofHours(2));
        return desk.published.stream().map(Json::text).toList();
    }
}
