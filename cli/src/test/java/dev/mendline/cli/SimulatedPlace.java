package dev.mendline.cli;

import dev.mendline.model.probe.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A deployment, or what a service talks to where none is known, and when it is ill.
 *
 * @param nodes as texts and probes name them
 * @param outages seconds, from and to, in turn
 */
record SimulatedPlace(
        String site,
        @Nullable String target,
        List<Node> nodes,
        List<String> services,
        Ill kind,
        List<Integer> outages) {
    /** How it is ill, and how texts tell of it. */
    enum Ill {
        ONCE,
        AGAIN_AND_AGAIN,
        AFTER_AN_HOUR,
        LONG,
        RIDDEN_OUT,
        HARDLY,
        LONG_AGO
    }

    static List<SimulatedPlace> some(Random random, int seconds) {
        List<SimulatedPlace> places = new ArrayList<>();
        Ill[] kinds = Ill.values();
        for (int project = 0; project < 20; project++) {
            int deployments = project == 0 ? 9 : 1;
            for (int i = 0; i < deployments; i++) {
                String site = "p" + project + ".mongodb.net";
                String name = "c" + i;
                Ill kind = project == 0 ? (i < 7 ? Ill.LONG : Ill.ONCE) : kinds[places.size() % kinds.length];
                places.add(new SimulatedPlace(
                        site,
                        name + "." + site,
                        nodes(name, site, places.size()),
                        List.of("orders", "billing", "service-" + places.size()),
                        kind,
                        outages(kind, random, seconds)));
            }
        }
        places.add(own("db.example.com", List.of(Node.of("db1.example.com:27017"), Node.of("db2.example.com:27018"))));
        places.add(own("10.9.8.7", List.of(Node.of("10.9.8.7:27017"))));
        for (int i = 0; i < 4; i++) {
            Ill kind = kinds[i];
            String service = "batch-" + i;
            places.add(new SimulatedPlace(
                    "service:" + service, null, List.of(), List.of(service), kind, outages(kind, random, seconds)));
        }
        return places;
    }

    private static SimulatedPlace own(String name, List<Node> nodes) {
        return new SimulatedPlace(name, name, nodes, List.of("ledger"), Ill.ONCE, List.of(600, 1_500));
    }

    /** In all forms that names of nodes have. */
    private static List<Node> nodes(String name, String site, int number) {
        return switch (number % 4) {
            case 0 -> two(name + "-shard-00-0", site);
            case 1 -> List.of(Node.of("ac-" + name + "xyz-shard-00-00." + site));
            case 2 -> List.of(Node.of(name + "-pl-0." + site + ":1024"));
            default -> List.of(Node.of(name + "-lb." + site));
        };
    }

    private static List<Node> two(String before, String site) {
        return List.of(Node.of(before + "0." + site + ":27017"), Node.of(before + "1." + site + ":27016"));
    }

    private static List<Integer> outages(Ill kind, Random random, int seconds) {
        int start = random.nextInt(900);
        return switch (kind) {
            case AGAIN_AND_AGAIN -> every(start, 60, 480, Math.min(seconds / 2, 5_000));
            case AFTER_AN_HOUR -> List.of(start, start + 300, start + 4_500, start + 4_800);
            case LONG -> List.of(start, start + 1_000);
            case HARDLY -> every(start, 2, 700, seconds);
            default -> List.of(start, start + 420, start + 1_200, start + 1_500);
        };
    }

    private static List<Integer> every(int start, int length, int period, int end) {
        List<Integer> outages = new ArrayList<>();
        for (int from = start; from < end; from += period) {
            outages.add(from);
            outages.add(from + length);
        }
        return outages;
    }

    boolean isIll(int second) {
        for (int i = 0; i + 1 < outages.size(); i += 2) {
            if (second >= outages.get(i) && second < outages.get(i + 1)) {
                return true;
            }
        }
        return false;
    }
}
