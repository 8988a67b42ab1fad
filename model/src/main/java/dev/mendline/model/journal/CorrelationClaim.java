package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.Verdict;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Message of an incident to a place where it may share a cause with others: its state and appearance. A claim replaces
 * the previous one; a repeated claim changes nothing.
 *
 * @param site place that receives the claim, {@code zone:NAME} or {@code project:SITE}
 * @param from site of the incident
 * @param target deployment of the incident
 * @param episode number of the incident's opening, from 1
 * @param open true while the incident is open
 * @param verdict verdict on its leading cause
 * @param services affected services, at most {@value #MAX}
 * @param zones zones of these services, at most {@value #MAX}
 * @param symptoms observed symptoms with their counts so far; at most {@value #MAX}
 * @param suspicions causes with this scope that may explain it, at most {@value #MAX}
 * @param offset offset of the record that triggered the claim; a later claim has a higher one
 * @param proof evidence for its leading cause, if that is shared and at least likely; otherwise null
 */
@JsonTypeName("correlation-claim")
public record CorrelationClaim(
        String site,
        String from,
        String incident,
        String target,
        int episode,
        boolean open,
        Severity severity,
        Verdict verdict,
        List<String> services,
        List<String> zones,
        List<Incident.SymptomCount> symptoms,
        List<Suspicion> suspicions,
        long offset,
        @Nullable Proof proof)
        implements JournalRecord {
    public static final int MAX = 8;

    /**
     * Cause that is not refuted.
     *
     * @param cause id in the catalog; opaque to a catalog that does not know it
     */
    public record Suspicion(String cause, Verdict verdict) {}

    /**
     * Evidence for a cause, in the words of one incident.
     *
     * @param cause leading cause
     * @param because sentence that justifies it
     * @param steps recommended steps with this incident's names
     * @param findings failed findings, at most 8
     */
    public record Proof(String cause, String because, List<String> steps, List<Incident.Evidence> findings) {
        public Proof {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(because, "because");
            steps = List.copyOf(steps);
            findings = atMost("findings", findings);
        }
    }

    public CorrelationClaim {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(incident, "incident");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(verdict, "verdict");
        services = atMost("services", services);
        zones = atMost("zones", zones);
        symptoms = atMost("symptoms", symptoms);
        suspicions = atMost("suspicions", suspicions);
    }

    /** Returns a copy to compare with another claim: more events of the same symptoms are no change. */
    public CorrelationClaim withoutCounts() {
        List<Incident.SymptomCount> once = symptoms.stream()
                .map(each -> new Incident.SymptomCount(each.id(), 1, each.firstSeen(), each.firstSeen()))
                .toList();
        return new CorrelationClaim(
                site,
                from,
                incident,
                target,
                episode,
                open,
                severity,
                verdict,
                services,
                zones,
                once,
                suspicions,
                0,
                null);
    }

    private static <T> List<T> atMost(String what, List<T> some) {
        if (some.size() > MAX) {
            throw new IllegalArgumentException(
                    what + " has " + some.size() + " entries; at most " + MAX + " are allowed");
        }
        return List.copyOf(some);
    }
}
