package dev.mendline.engine.recognition;

import dev.mendline.engine.catalog.Signature.PassageKind;
import org.jspecify.annotations.Nullable;

/**
 * Part of a text that describes one node of a topology, or one lookup.
 *
 * @param from start, in characters
 * @param to end, exclusive
 * @param name name of the node, or SRV name of the lookup, as the text has it; null if it names none
 * @param address IP address of the node if the text has it instead of a name
 * @param port port as the text has it; null if it names none
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
