package dev.mendline.bench.pipeline;

import java.util.List;
import java.util.stream.Stream;

/** Entrant at a steady rate with a processing guarantee. */
record Lane(Entrant entrant, Guarantee guarantee) {
    static List<Lane> all() {
        return Stream.of(Guarantee.values())
                .flatMap(guarantee ->
                        Stream.of(Entrant.IDENTITY, Entrant.WHOLE).map(entrant -> new Lane(entrant, guarantee)))
                .toList();
    }

    String title() {
        return (entrant == Entrant.IDENTITY ? "identity" : "line to incident") + ", " + guarantee.words();
    }

    /** Returns the lane to compare with. */
    Lane base() {
        return new Lane(Entrant.IDENTITY, guarantee);
    }
}
