package dev.mendline.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One deployment with the names that fell to it; nothing but {@code fault} tells what is wrong with it.
 *
 * @param target its SRV name
 * @param hosts its nodes' names, 1 to 3
 * @param set its replica set's name
 * @param zone the zone of its service
 * @param password what the database knows as the service's
 * @param typed what the service believes to be its password
 */
record Dealt(
        Fault fault,
        Business business,
        String target,
        List<String> hosts,
        String set,
        String zone,
        String password,
        String typed) {
    static final String SUFFIX = "mongodb.test";

    private static final int MOST_NODES = 3;
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz";
    private static final String LETTERS_AND_DIGITS = LETTERS + "0123456789";
    private static final List<String> WORDS = List.of(
            "amber", "ash", "aspen", "azure", "birch", "cedar", "coral", "crimson", "elm", "hazel", "indigo", "ivory",
            "juniper", "larch", "linden", "maple", "oak", "ochre", "pine", "rowan", "sorrel", "teal", "umber",
            "willow");
    private static final List<String> ZONES = List.of("east", "harbour", "island", "north", "south", "valley", "west");

    Dealt {
        hosts = List.copyOf(hosts);
    }

    /** Deals every fault once, in an order that says nothing either; the same seed deals the same. */
    static List<Dealt> all(long seed, String mainZone) {
        Random random = new Random(new SplittableRandom(seed).nextLong());
        List<Fault> faults = shuffled(List.of(Fault.values()), random);
        List<String> words = shuffled(WORDS, random);
        List<Business> businesses = shuffled(Business.ALL, random);
        String otherZone = shuffled(ZONES, random).get(0);
        Fault largest = faults.stream().filter(Fault::inDns).findFirst().orElseThrow();
        List<Dealt> all = new ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            int nodes = fault == largest ? MOST_NODES : 1 + random.nextInt(MOST_NODES);
            String zone = fault == Fault.DEAD_RESOLVER ? otherZone : mainZone;
            all.add(deal(fault, words.get(i), businesses.get(i), zone, nodes, random));
        }
        return shuffled(all, random);
    }

    private static Dealt deal(Fault fault, String word, Business business, String zone, int nodes, Random random) {
        String project = text(1, LETTERS, random) + text(4, LETTERS_AND_DIGITS, random) + "." + SUFFIX;
        List<String> hosts = IntStream.range(0, nodes)
                .mapToObj(node -> word + "-shard-00-0" + node + "." + project)
                .toList();
        String set = "atlas-" + text(6, LETTERS_AND_DIGITS, random) + "-shard-0";
        String password = text(16, LETTERS_AND_DIGITS, random);
        String other = text(16, LETTERS_AND_DIGITS, random);
        String typed = fault == Fault.WRONG_PASSWORD ? other : password;
        return new Dealt(fault, business, word + "." + project, hosts, set, zone, password, typed);
    }

    private static <T> List<T> shuffled(List<T> things, Random random) {
        List<T> shuffled = new ArrayList<>(things);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static String text(int length, String alphabet, Random random) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
        return text.toString();
    }

    String user() {
        return business.service();
    }

    Scenario scenario() {
        return fault.scenario(target, business.service(), zone);
    }
}
