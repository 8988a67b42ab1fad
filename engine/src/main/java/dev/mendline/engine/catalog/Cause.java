package dev.mendline.engine.catalog;

import dev.mendline.engine.condition.Condition;
import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.SharedScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Documented cause of symptoms.
 *
 * @param symptoms ids of the symptoms for which this cause is a candidate
 * @param probes ids of the probes that help to decide
 * @param elsewhere ids of the probes that also run from the reference zone
 * @param mutes ids of symptoms that are suppressed while the cause is confirmed, because it produces them
 * @param shared scope in which the cause affects all deployments alike; null if it affects one deployment
 */
public record Cause(
        String id,
        String title,
        Severity severity,
        List<String> symptoms,
        List<String> probes,
        List<String> elsewhere,
        Conditions conditions,
        List<String> mutes,
        @Nullable SharedScope shared,
        Guidance guidance) {
    public Cause {
        symptoms = List.copyOf(symptoms);
        probes = List.copyOf(probes);
        elsewhere = List.copyOf(elsewhere);
        mutes = List.copyOf(mutes);
    }

    /**
     * Conditions of a cause; one that holds is enough.
     *
     * @param confirm conditions that confirm the cause, if observed from the services' zones
     * @param suggest conditions that make the cause likely
     * @param refute conditions that rule the cause out
     */
    public record Conditions(List<Condition> confirm, List<Condition> suggest, List<Condition> refute) {
        public Conditions {
            confirm = List.copyOf(confirm);
            suggest = List.copyOf(suggest);
            refute = List.copyOf(refute);
        }
    }

    /**
     * Advice for a cause.
     *
     * @param pages pages of MongoDB's documentation
     * @param summary sentences with placeholders in braces, see {@link Placeholders}
     * @param steps steps with placeholders, in order
     */
    public record Guidance(List<Advice.Link> pages, String summary, List<String> steps) {
        public Guidance {
            pages = List.copyOf(pages);
            steps = List.copyOf(steps);
        }
    }
}
