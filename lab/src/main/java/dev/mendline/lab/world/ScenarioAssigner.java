package dev.mendline.lab.world;

import dev.mendline.lab.scenario.Fault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random assignment of names, zones, sizes and passwords to faults; the same seed gives the same result. */
public final class ScenarioAssigner {
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz";
    private static final String LETTERS_AND_DIGITS = LETTERS + "0123456789";
    private static final int PASSWORD = 16;
    private static final List<String> WORDS = words("""
            amber ash aspen azure beech birch bramble cedar clover coral crimson cypress elm fern ginger
            hazel heather indigo iris ivory jasmine juniper larch lavender lilac linden magenta maple mint
            myrtle oak ochre olive peach pine plum poplar quince rowan saffron sorrel spruce teal thistle
            umber violet willow yarrow""");

    private static final List<String> ZONES = words("""
            basin bay cape coast delta dunes east fjord harbour heath hills island lagoon meadow moor north
            prairie ridge south steppe valley west""");

    private static final int MOST_SHARED = 3;
    private static final int LIVE_TOGETHER = 4;

    private final Random random;

    private ScenarioAssigner(long seed) {
        random = new Random(new SplittableRandom(seed).nextLong());
    }

    /** Assigns each fault once, or once per affected deployment, in a random order. */
    public static List<AssignedScenario> deal(long seed, List<Fault> faults) {
        return new ScenarioAssigner(seed).all(faults);
    }

    /** Returns the zone without services. */
    public static String referenceZone(long seed) {
        return new ScenarioAssigner(seed).zoneNames().get(0);
    }

    private List<AssignedScenario> all(List<Fault> faults) {
        List<String> zoneNames = zoneNames();
        List<Fault> kinds = shuffled(faults);
        List<String> zoneOf = zones(kinds, zoneNames.subList(1, zoneNames.size()));
        List<Fault> order = new ArrayList<>();
        List<String> zones = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            order.addAll(Collections.nCopies(kinds.get(i).deployments(), kinds.get(i)));
            zones.addAll(Collections.nCopies(kinds.get(i).deployments(), zoneOf.get(i)));
        }
        List<String> words = shuffled(WORDS);
        List<Business> businesses = shuffled(Business.ALL);
        List<AssignedScenario> all = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            all.add(one(order.get(i), words.get(i), businesses.get(i), zones.get(i)));
        }
        return shuffled(all);
    }

    /** Draws the zone names first, so that the reference zone depends only on the seed. */
    private List<String> zoneNames() {
        return shuffled(ZONES);
    }

    /**
     * Returns the zone of each fault, in order. A fault of a whole zone needs its own zone. As many other services get
     * their own zone, so that being alone reveals nothing.
     */
    private List<String> zones(List<Fault> faults, List<String> names) {
        List<Integer> others = shuffled(IntStream.range(0, faults.size())
                .filter(i -> !faults.get(i).ofAZone())
                .boxed()
                .toList());
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

    private AssignedScenario one(Fault fault, String word, Business business, String zone) {
        String domain = domain();
        int fewest = fault.nodes().fewest();
        int nodes = fewest + random.nextInt(fault.nodes().most() - fewest + 1);
        List<String> hosts = IntStream.range(0, nodes)
                .mapToObj(node -> word + "-shard-00-0" + node + "." + domain)
                .toList();
        String set = "atlas-" + text(6, LETTERS_AND_DIGITS) + "-shard-0";
        String neighbour = domain();
        String password = password();
        String other = password();
        String typed = fault.client().knowsPassword() ? password : other;
        boolean bound = random.nextBoolean();
        return new AssignedScenario(
                fault,
                business,
                word + "." + domain,
                hosts,
                set,
                neighbour,
                zone,
                password,
                typed,
                fault.needsBinding() || (bound && fault.namesTarget()));
    }

    private String domain() {
        return text(1, LETTERS) + text(4, LETTERS_AND_DIGITS) + "." + AssignedScenario.SUFFIX;
    }

    /** Returns a password with a character that must be escaped in a URI. */
    private String password() {
        String letters = text(PASSWORD - 1, LETTERS);
        int at = 4 + random.nextInt(8);
        return letters.substring(0, at) + (random.nextBoolean() ? '@' : '/') + letters.substring(at);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    private <T> List<T> shuffled(List<T> things) {
        List<T> shuffled = new ArrayList<>(things);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private String text(int length, String alphabet) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
        return text.toString();
    }
}
