package dev.mendline.engine.recognition;

import dev.mendline.engine.catalog.Signature;
import java.util.List;
import java.util.Locale;

/** Positions of one signature's anchors in a text. Each anchor is searched once from left to right. */
final class Anchors {
    private final String text;
    private final List<String> sought;
    private final int[] places;

    /** Searches the text, which must be in lower case if the signature ignores case. */
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

    /** Returns the first position of any anchor at or after {@code from}, or -1. */
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
