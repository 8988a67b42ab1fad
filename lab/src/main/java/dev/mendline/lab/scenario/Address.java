package dev.mendline.lab.scenario;

import dev.mendline.lab.net.Ports;
import dev.mendline.model.probe.Node;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a connection string names its deployment, up to the options. */
public enum Address {
    SRV {
        @Override
        String of(Cluster cluster) {
            return "mongodb+srv://" + userInfo(cluster) + cluster.target() + "/?";
        }
    },
    /** The password as it is, although a URI cannot hold its characters. */
    SRV_UNESCAPED {
        @Override
        String of(Cluster cluster) {
            return "mongodb+srv://" + cluster.user() + ":" + cluster.typed() + "@" + cluster.target() + "/?";
        }
    },
    /** The name that has an SRV record as if it were a host's. */
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

    /** Ends so that options can follow. */
    abstract String of(Cluster cluster);

    private static String userInfo(Cluster cluster) {
        return cluster.user() + ":" + URLEncoder.encode(cluster.typed(), StandardCharsets.UTF_8) + "@";
    }

    private static String nodes(Cluster cluster, Function<Node, String> word) {
        return cluster.nodes().stream().map(word).collect(Collectors.joining(","));
    }
}
