package dev.mendline.engine.catalog;

import java.util.List;

/** Text that shows no symptom but reveals the deployment of its service. */
public record HintText(
        String id,
        String title,
        HintKind tells,
        List<Signature> signatures,
        List<Example> examples,
        List<NearMiss> nearMisses) {
    public HintText {
        signatures = List.copyOf(signatures);
        examples = List.copyOf(examples);
        nearMisses = List.copyOf(nearMisses);
    }
}
