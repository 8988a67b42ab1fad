package dev.mendline.probes.spi;

import dev.mendline.model.facts.Facts;
import dev.mendline.model.probe.GuardRefusal;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a probe saw.
 *
 * @param facts null where nothing was observed
 * @param transcript what a person would have seen with {@code dig} or {@code nc}, at most 60 lines; no secrets
 * @param refusals why the guard did not allow it; empty if it did
 */
public record Observation(
        Outcome outcome, @Nullable Facts facts, List<String> transcript, List<GuardRefusal> refusals) {
    private static final int MAX_LINES = 60;

    public Observation {
        transcript = List.copyOf(transcript.subList(0, Math.min(MAX_LINES, transcript.size())));
        refusals = List.copyOf(refusals);
    }

    public Observation(Outcome outcome, @Nullable Facts facts, List<String> transcript) {
        this(outcome, facts, transcript, List.of());
    }

    public static Observation notAllowed(List<GuardRefusal> refusals, List<String> transcript) {
        return new Observation(new Outcome.Inconclusive(Reason.NOT_ALLOWED), null, transcript, refusals);
    }

    public static Observation inconclusive(Reason why, String... transcript) {
        return inconclusive(why, List.of(transcript));
    }

    public static Observation inconclusive(Reason why, List<String> transcript) {
        return new Observation(new Outcome.Inconclusive(why), null, transcript);
    }
}
