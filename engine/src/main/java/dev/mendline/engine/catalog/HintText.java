package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/** Text that shows no symptom but reveals the deployment of its service. */
public record HintText(
        String id,
        String title,
        Kind tells,
        List<Signature> signatures,
        List<Example> examples,
        List<NearMiss> nearMisses) {
    public HintText {
        signatures = List.copyOf(signatures);
        examples = List.copyOf(examples);
        nearMisses = List.copyOf(nearMisses);
    }

    /** Kind of information in a text that shows no symptom. */
    public enum Kind {
        /** The deployment that the service uses. */
        @JsonProperty("deployment")
        DEPLOYMENT,
        /** A new connection. */
        @JsonProperty("connection")
        CONNECTION;

        /** Returns the kind as in catalog files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
