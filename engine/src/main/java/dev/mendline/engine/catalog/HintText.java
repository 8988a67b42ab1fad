package dev.mendline.engine.catalog;

import java.util.List;

/** A text that shows no symptom and tells something of the deployment that its service talks to. */
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
