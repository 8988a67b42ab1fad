package dev.mendline.lab.scenario;

import dev.mendline.lab.net.Ports;
import dev.mendline.model.probe.Node;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Form of the connection string up to its options. */
public enum Address {
    SRV,
    /** SRV form with an unescaped password that is invalid in a URI. */
    SRV_UNESCAPED,
    /** SRV name used as a host name. */
    SRV_NAME_AS_HOST,
    IP,
    SEED_LIST;

    private static final String TLS = "/?authSource=admin&tls=true&";

    /** Returns the connection string, ready for options. */
    String of(Cluster cluster) {
        String password =
                this == SRV_UNESCAPED ? cluster.typed() : URLEncoder.encode(cluster.typed(), StandardCharsets.UTF_8);
        String userInfo = cluster.user() + ":" + password + "@";
        return switch (this) {
            case SRV, SRV_UNESCAPED -> "mongodb+srv://" + userInfo + cluster.target() + "/?";
            case SRV_NAME_AS_HOST -> "mongodb://" + userInfo + cluster.target() + TLS;
            case IP -> "mongodb://" + userInfo + nodes(cluster, node -> Ports.LOOPBACK + ":" + node.port()) + TLS;
            case SEED_LIST ->
                "mongodb://" + userInfo + nodes(cluster, Node::toString) + TLS + "replicaSet=" + cluster.set() + "&";
        };
    }

    private static String nodes(Cluster cluster, Function<Node, String> word) {
        return cluster.nodes().stream().map(word).collect(Collectors.joining(","));
    }
}
