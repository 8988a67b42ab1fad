package dev.mendline.engine.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the named groups of a match hold. */
public final class Groups {
    private final Text text;
    private final List<String> names;
    private final int[] places;

    Groups(Text text, List<String> names, int[] places) {
        this.text = text;
        this.names = names;
        this.places = places;
    }

    @Nullable
    String get(String name) {
        int group = names.indexOf(name);
        return group < 0 || places[2 * group] < 0 ? null : text.substring(places[2 * group], places[2 * group + 1]);
    }
}
