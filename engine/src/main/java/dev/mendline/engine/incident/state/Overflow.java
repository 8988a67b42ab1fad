package dev.mendline.engine.incident.state;

import dev.mendline.model.journal.Sighting;
import java.util.ArrayList;
import java.util.List;

/**
 * Deployments and services that an overflow incident counts.
 *
 * @param places the deployments, and services without one, that are not followed singly, at most {@value Bounds#OVERFLOW_PLACES}
 * @param more whether there are others besides
 */
public record Overflow(List<String> places, boolean more) {
    public static final Overflow NOTHING = new Overflow(List.of(), false);

    public Overflow {
        places = List.copyOf(places);
    }

    public static String place(Sighting sighting) {
        return sighting.target() != null ? sighting.target() : "service " + sighting.service();
    }

    public Overflow with(String place) {
        if (places.contains(place)) {
            return this;
        }
        if (places.size() >= Bounds.OVERFLOW_PLACES) {
            return new Overflow(places, true);
        }
        List<String> longer = new ArrayList<>(places);
        longer.add(place);
        return new Overflow(longer, more);
    }

    public Overflow without(String place) {
        return new Overflow(
                places.stream().filter(known -> !known.equals(place)).toList(), more);
    }

    /** Returns true if everything in it is tracked separately by now. */
    public boolean isEmpty() {
        return places.isEmpty() && !more;
    }

    /** Returns the beginning of a sentence, up to its verb. */
    public String howManyOf(String site) {
        if (places.size() == 1 && !more) {
            return "1 deployment or service of " + site + " is";
        }
        return (places.isEmpty() ? "Many" : (more ? "More than " : "") + places.size()) + " deployments or services of "
                + site + " are";
    }
}
