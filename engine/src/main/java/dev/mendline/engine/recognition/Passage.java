package dev.mendline.engine.recognition;

import dev.mendline.engine.catalog.PassageKind;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a text that speaks of one thing: a node of a topology, a lookup.
 *
 * @param from where it begins, in characters
 * @param to where it ends, exclusive
 * @param name the node's name, or the SRV name of a lookup, as the text has it; null when it names none
 * @param address the node's IP address where it stands in place of a name
 * @param port as the text has it; null when it names none
 */
record Passage(
        PassageKind within,
        int from,
        int to,
        @Nullable String name,
        @Nullable String address,
        @Nullable String port) {
    Passage until(int end) {
        return new Passage(within, from, end, name, address, port);
    }

    boolean isByAddress() {
        return address != null;
    }

    boolean isLookup() {
        return within == PassageKind.LOOKUP;
    }
}
