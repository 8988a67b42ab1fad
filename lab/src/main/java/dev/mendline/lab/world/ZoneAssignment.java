package dev.mendline.lab.world;

import dev.mendline.lab.scenario.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Assignment of services to zones. A fault of a whole zone needs its own zone. As many other services get their own
 * zone, so that being alone reveals nothing.
 */
final class ZoneAssignment {
    static final List<String> NAMES = List.of(
            "basin", "bay", "cape", "coast", "delta", "dunes", "east", "fjord", "harbour", "heath", "hills", "island",
            "lagoon", "meadow", "moor", "north", "prairie", "ridge", "south", "steppe", "valley", "west");

    private static final int MOST_SHARED = 3;
    private static final int LIVE_TOGETHER = 4;

    private ZoneAssignment() {}

    /** Returns the zone of each fault, in order. */
    static List<String> of(List<Fault> faults, List<String> names, Random random) {
        List<Integer> others = new ArrayList<>(IntStream.range(0, faults.size())
                .filter(i -> !faults.get(i).ofAZone())
                .boxed()
                .toList());
        Collections.shuffle(others, random);
        int lonely = faults.size() - others.size();
        List<Integer> together = others.subList(Math.min(lonely, others.size() / 2), others.size());
        int shared = Math.max(1, Math.min(MOST_SHARED, together.size() / LIVE_TOGETHER));
        List<String> zones = new ArrayList<>();
        int next = shared;
        for (int i = 0; i < faults.size(); i++) {
            zones.add(names.get(together.contains(i) ? random.nextInt(shared) : next++));
        }
        return zones;
    }
}
