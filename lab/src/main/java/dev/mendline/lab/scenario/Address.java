package dev.mendline.lab.scenario;

import dev.mendline.lab.net.Ports;
import dev.mendline.model.probe.Node;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Form of the connection string up to its options. */
public enum Address {
    SRV {
        @Override
        String of(Cluster cluster) {
            return "mongodb+srv://" + userInfo(cluster) + cluster.target() + "/?";
        }
    },
    /** SRV form with an unescaped password that is invalid in a URI. */
    SRV_UNESCAPED {
        @Override
        String of(Cluster cluster) {
            return "mongodb+srv://" + cluster.user() + ":" + cluster.typed() + "@" + cluster.target() + "/?";
        }
    },
    /** SRV name used as a host name. */
    SRV_NAME_AS_HOST {
        @Override
        String of(Cluster cluster) {
            return "mongodb://" + userInfo(cluster) + cluster.target() + "/?authSource=admin&tls=true&";
        }
    },
    IP {
        @Override
        String of(Cluster cluster) {
            return "mongodb://" + userInfo(cluster) + nodes(cluster, node -> Ports.LOOPBACK + ":" + node.port())
                    + "/?authSource=admin&tls=true&";
        }
    },
    SEED_LIST {
        @Override
        String of(Cluster cluster) {
            return "mongodb://" + userInfo(cluster) + nodes(cluster, Node::toString)
                    + "/?authSource=admin&tls=true&replicaSet=" + cluster.set() + "&";
        }
    };

    /** Returns the connection string, ready for options. */
    abstract String of(Cluster cluster);

    private static String userInfo(Cluster cluster) {
        return cluster.user() + ":" + URLEncoder.encode(cluster.typed(), StandardCharsets.UTF_8) + "@";
    }

    private static String nodes(Cluster cluster, Function<Node, String> word) {
        return cluster.nodes().stream().map(word).collect(Collectors.joining(","));
    }
}
