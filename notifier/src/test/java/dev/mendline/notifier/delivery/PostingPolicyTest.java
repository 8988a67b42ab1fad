package dev.mendline.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Notification;
import dev.mendline.notifier.message.TestIncidents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingPolicyTest {
    private static final Instant NOW = TestIncidents.OPENED.plusSeconds(4);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // state, severity, verdict, and one more field | decision
                "open     | high | confirmed | -             | -                    | Post",
                "open     | low  | likely    | -             | -                    | Post",
                "open     | low  | possible  | -             | -                    | Skip LOW_AND_UNPROVEN",
                "open     | low  | unproven  | -             | -                    | Skip LOW_AND_UNPROVEN",
                "open     | low  | refuted   | -             | -                    | Skip LOW_AND_REFUTED",
                "open     | high | refuted   | -             | -                    | Post",
                "open     | high | possible  | -             | -                    | Hold DIAGNOSIS_PENDING 5",
                "open     | high | likely    | shared        | zone                 | Hold SHARED_CAUSE_PENDING 7",
                "open     | high | unproven  | shared        | zone                 | Post",
                "open     | high | confirmed | silencedUntil | 2026-11-22T03:10:00Z | Hold SILENCED 708",
                "open     | high | confirmed | silencedUntil | 2026-11-22T02:58:13Z | Post",
                "open     | high | confirmed | historical    | true                 | Skip HISTORICAL",
                "open     | high | confirmed | parent        | 77aa01fe             | Skip CHILD_OF_PARENT",
                "resolved | high | confirmed | -             | -                    | Skip ENDED"
            })
    void first_message(String state, String severity, String verdict, String field, String value, String decision) {
        Incident incident = incident(3, state, severity, verdict, field, value);

        assertThat(decide(incident, null, null)).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        "3, old, 60, Skip ALREADY_SHOWN",
        "4, old, 60, Skip ALREADY_SHOWN",
        "2, new, 60, Skip UNCHANGED",
        "2, old, 60, Update",
        "2, old, 3,  Update",
        "2, old, 1,  Hold EDIT_INTERVAL 6",
        "2, old, -5, Update"
    })
    void edit(int shownRevision, String shownDigest, int secondsAgo, String decision) {
        Notification shown =
                new Notification("3f2ac19b", "ops", shownRevision, "C1/1", shownDigest, NOW.minusSeconds(secondsAgo));

        for (String field : List.of("", "historical", "parent")) {
            Incident incident =
                    incident(3, "resolved", "low", "refuted", field, field.equals("historical") ? "true" : "77aa01fe");
            assertThat(decide(incident, shown, null)).isEqualTo(decision);
        }
    }

    @ParameterizedTest
    @CsvSource({"new, Skip REJECTED_BEFORE", "old, Post"})
    void after_a_rejection(String rejectedDigest, String decision) {
        Incident incident = incident(3, "open", "high", "confirmed", null, null);

        assertThat(decide(incident, null, rejectedDigest)).isEqualTo(decision);
    }

    private static Incident incident(
            int revision, String state, String severity, String verdict, String field, String value) {
        TestIncidents.Change change = TestIncidents.Change.of(TestIncidents.confirmed())
                .with("revision", revision)
                .with("state", state)
                .with("severity", severity)
                .with("diagnosis", Map.of("leading", "no-primary", "verdict", verdict, "candidates", List.of()));
        if (field != null && !field.isEmpty()) {
            change.with(field, field.equals("historical") ? Boolean.valueOf(value) : value);
        }
        return change.incident();
    }

    /** Returns the decision in words; the end of a wait is in seconds since the opening. */
    private static String decide(Incident incident, @Nullable Notification shown, @Nullable String rejectedDigest) {
        Decision decision = PostingPolicy.decide(incident, "new", shown, rejectedDigest, NOW);
        if (decision instanceof Decision.Hold hold) {
            long seconds = hold.until().getEpochSecond() - TestIncidents.OPENED.getEpochSecond();
            return "Hold " + hold.reason() + " " + seconds;
        }
        return decision instanceof Decision.Skip skip
                ? "Skip " + skip.reason()
                : decision.getClass().getSimpleName();
    }
}
