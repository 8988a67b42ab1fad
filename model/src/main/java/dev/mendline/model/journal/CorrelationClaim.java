package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.Verdict;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an incident tells those with whom it may share its cause: that it is open, how it looks, and that it is over. A
 * claim takes the place of the one before it; one that comes twice changes nothing.
 *
 * @param site the place that it is told to, {@code zone:NAME} or {@code project:SITE}
 * @param from site of the incident
 * @param incident id of it
 * @param target its deployment
 * @param episode which of its openings this is, from 1
 * @param open whether it is
 * @param severity how much it matters
 * @param verdict of its leading cause
 * @param services that are struck, at most {@value #MAX}
 * @param zones that they live in, at most {@value #MAX}
 * @param symptoms what was seen, and how often by then; at most {@value #MAX}
 * @param suspicions the causes of this place's reach that may explain it, at most {@value #MAX}
 * @param offset of the record of the incident's site that brought it about; what comes later has a higher one
 * @param proof what speaks for its leading cause, where that is such a one and at least likely; null otherwise
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
     * A cause that nothing has ruled out.
     *
     * @param cause in the catalog; opaque to a catalog that does not know it
     * @param verdict what the evidence says of it
     */
    public record Suspicion(String cause, Verdict verdict) {}

    /**
     * What speaks for a cause, in the words of one incident.
     *
     * @param cause the leading one
     * @param because the sentence for it
     * @param steps what to do, with this incident's names
     * @param findings that failed, at most 8
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

    private static <T> List<T> atMost(String what, List<T> some) {
        if (some.size() > MAX) {
            throw new IllegalArgumentException(
                    what + " has " + some.size() + " entries; at most " + MAX + " are allowed");
        }
        return List.copyOf(some);
    }
}
