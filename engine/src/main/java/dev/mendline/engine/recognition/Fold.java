package dev.mendline.engine.recognition;

import dev.mendline.model.Node;
import dev.mendline.model.Sample;
import dev.mendline.model.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Like sightings within a second are one sighting with a count. */
public final class Fold {
    private Fold() {}

    /** Sightings with equal keys are alike; what a driver retries and what it does not are counted apart. */
    public static String key(Sighting sighting) {
        return String.join(
                "\u001f",
                sighting.site(),
                String.valueOf(sighting.target()),
                sighting.service(),
                sighting.zone(),
                sighting.symptom(),
                String.valueOf(sighting.detail()),
                sighting.driver() == null ? "" : sighting.driver().name(),
                sighting.retried() ? "retried" : "",
                sighting.unplaced() ? "unplaced" : "");
    }

    /** Both in one: counts added, nodes and samples joined up to their limits, the later time. */
    public static Sighting merge(Sighting first, Sighting second) {
        TreeSet<Node> nodes = new TreeSet<>(first.nodes());
        nodes.addAll(second.nodes());
        List<Sample> samples = new ArrayList<>(first.samples());
        second.samples().stream()
                .filter(sample ->
                        samples.stream().noneMatch(known -> known.text().equals(sample.text())))
                .forEach(samples::add);
        return new Sighting(
                first.symptom(),
                first.detail(),
                first.site(),
                first.target(),
                nodes.stream().limit(Sighting.MAX_NODES).toList(),
                first.service(),
                first.zone(),
                first.driver() != null ? first.driver() : second.driver(),
                first.runtime() != null ? first.runtime() : second.runtime(),
                first.captures().or(second.captures()),
                first.count() + second.count(),
                first.at().isAfter(second.at()) ? first.at() : second.at(),
                samples.stream().limit(Sighting.MAX_SAMPLES).toList(),
                first.catalogue(),
                first.retried() && second.retried(),
                first.unplaced() || second.unplaced());
    }
}
