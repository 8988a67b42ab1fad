package dev.mendline.probes.spi;

import dev.mendline.model.facts.Facts;
import dev.mendline.model.probe.GuardRefusal;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of one run of a probe.
 *
 * @param facts null if nothing was observed
 * @param transcript lines as {@code dig} or {@code nc} print them, at most 60; no secrets
 * @param refusals refusals of the guard; empty if it allowed the probe
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

    /** Returns a failure; inconclusive for {@link Reason#OTHER}, which is an error of this host. */
    public static Outcome outcomeOf(Reason fault) {
        return fault == Reason.OTHER ? new Outcome.Inconclusive(fault) : new Outcome.Failed(fault);
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
