package dev.mendline.engine.sighting;

import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Sample;
import dev.mendline.model.probe.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Merges equal sightings, and equal hints, of one second into one record with a count. */
public final class SecondFold {
    /** Prefix that no site has. */
    private static final String HINT = "\u001fhint";

    /** Difference of age, in seconds, up to which sightings are merged: an old log must not pass for a new one. */
    private static final int AGE_SECONDS = 300;

    private SecondFold() {}

    /** Returns the key of a sighting. Sightings with equal keys are merged; retried ones are counted separately. */
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
                sighting.unplaced() ? "unplaced" : "",
                sighting.bound() ? "bound" : "",
                String.valueOf(sighting.at().getEpochSecond() / AGE_SECONDS));
    }

    /** Returns the key of a hint, which never equals a sighting's key. */
    public static String key(Hint hint) {
        return String.join(
                "\u001f",
                HINT,
                hint.kind().word(),
                hint.site(),
                String.valueOf(hint.target()),
                hint.service(),
                hint.zone(),
                String.valueOf(hint.peer()));
    }

    public static boolean isHint(String key) {
        return key.startsWith(HINT);
    }

    /**
     * Merges two records.
     *
     * @throws IllegalArgumentException if the records have different types, or a type that cannot be merged
     */
    public static JournalRecord merge(JournalRecord first, JournalRecord second) {
        if (first instanceof Sighting one && second instanceof Sighting other) {
            return merge(one, other);
        }
        if (first instanceof Hint one && second instanceof Hint other) {
            return merge(one, other);
        }
        throw new IllegalArgumentException("only two sightings or two hints can be merged");
    }

    private static Hint merge(Hint first, Hint second) {
        return new Hint(
                first.kind(),
                first.site(),
                first.service(),
                first.zone(),
                first.peer(),
                first.target(),
                first.targetSite(),
                first.sighted() || second.sighted(),
                first.count() + second.count(),
                first.at().isAfter(second.at()) ? first.at() : second.at());
    }

    /** Merges two sightings: adds counts, joins nodes and samples up to their limits, and keeps the later time. */
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
                first.catalog(),
                first.retried() && second.retried(),
                first.unplaced() || second.unplaced(),
                first.bound() && second.bound());
    }
}
