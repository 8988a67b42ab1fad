package dev.mendline.engine.incident;

import dev.mendline.model.Sighting;
import java.util.ArrayList;
import java.util.List;

/**
 * What an overflow incident stands for.
 *
 * @param places the deployments, and services without one, that are not followed singly, at most {@value #MAX}
 * @param more whether there are others besides
 */
record Overflow(List<String> places, boolean more) {
    static final int MAX = 50;
    static final Overflow NOTHING = new Overflow(List.of(), false);

    Overflow {
        places = List.copyOf(places);
    }

    static String place(Sighting sighting) {
        return sighting.target() != null ? sighting.target() : "service " + sighting.service();
    }

    Overflow with(String place) {
        if (places.contains(place)) {
            return this;
        }
        if (places.size() >= MAX) {
            return new Overflow(places, true);
        }
        List<String> longer = new ArrayList<>(places);
        longer.add(place);
        return new Overflow(longer, more);
    }

    Overflow without(String place) {
        return new Overflow(
                places.stream().filter(known -> !known.equals(place)).toList(), more);
    }

    /** Whether all that it stood for is followed singly by now. */
    boolean isEmpty() {
        return places.isEmpty() && !more;
    }

    /** The beginning of a sentence, up to its verb. */
    String howManyOf(String site) {
        if (places.size() == 1 && !more) {
            return "1 deployment or service of " + site + " is";
        }
        return (places.isEmpty() ? "Many" : (more ? "More than " : "") + places.size()) + " deployments or services of "
                + site + " are";
    }
}
