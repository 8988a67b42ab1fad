package dev.mendline.engine.recognition;

import dev.mendline.engine.catalog.Signature;
import java.util.List;
import java.util.Locale;

/** Where the anchors of one signature stand in a text, one after the other; each is looked for once. */
final class Anchors {
    private final String text;
    private final List<String> sought;
    private final int[] places;

    /** {@code text} is in lower case where the signature ignores case. */
    Anchors(Signature signature, String text) {
        this.text = text;
        this.sought = signature.ignoreCase()
                ? signature.anchors().stream()
                        .map(anchor -> anchor.toLowerCase(Locale.ROOT))
                        .toList()
                : signature.anchors();
        this.places = new int[sought.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = text.indexOf(sought.get(i));
        }
    }

    /** The first place of any anchor that is not before {@code from}; -1 when there is none. */
    int next(int from) {
        int next = -1;
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0 && places[i] < from) {
                places[i] = text.indexOf(sought.get(i), from);
            }
            next = places[i] >= 0 && (next < 0 || places[i] < next) ? places[i] : next;
        }
        return next;
    }
}
