package dev.mendline.lab.scenario;

import dev.mendline.lab.net.Ports;
import dev.mendline.model.Node;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a connection string names its deployment, up to the options. */
public enum Address {
    SRV(Address::usual),
    /** The password as it is, although a URI cannot hold its characters. */
    SRV_UNESCAPED(cluster ->
            "mongodb+srv://" + cluster.user() + ":" + cluster.typed() + "@" + cluster.target() + "/?"),
    /** The name that has an SRV record as if it were a host's. */
    SRV_NAME_AS_HOST(cluster -> usual(cluster).replace("mongodb+srv:", "mongodb:") + "authSource=admin&tls=true&"),
    IP(cluster -> "mongodb://" + userInfo(cluster) + nodes(cluster, node -> Ports.LOOPBACK + ":" + node.port())
            + "/?authSource=admin&tls=true&"),
    SEED_LIST(cluster -> "mongodb://" + userInfo(cluster) + nodes(cluster, Node::toString) + "/?authSource=admin&tls=true&replicaSet="
            + cluster.set() + "&");

    private final Function<Cluster, String> text;

    Address(Function<Cluster, String> text) {
        this.text = text;
    }

    /** Ends so that options can follow. */
    public String of(Cluster cluster) {
        return text.apply(cluster);
    }

    private static String usual(Cluster cluster) {
        return "mongodb+srv://" + userInfo(cluster) + cluster.target() + "/?";
    }

    private static String userInfo(Cluster cluster) {
        return cluster.user() + ":" + URLEncoder.encode(cluster.typed(), StandardCharsets.UTF_8) + "@";
    }

    private static String nodes(Cluster cluster, Function<Node, String> word) {
        return cluster.nodes().stream().map(word).collect(Collectors.joining(","));
    }
}
