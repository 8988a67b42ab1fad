package dev.mendline.probes.spi;

import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.Secret;
import dev.mendline.model.probe.Node;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Target of one probe run, with the settings of the zone that it runs in.
 *
 * @param target the deployment's name, canonical
 * @param node null if the request names none
 * @param connectionString null if the caller has none; it is never sent over Kafka
 * @param credentials user to log in as; null for none
 * @param tls true if the nodes are expected to use TLS
 * @param tlsCaFile PEM file of the trusted authorities; null for those that the JDK trusts
 */
public record Subject(
        String target,
        @Nullable Node node,
        @Nullable Secret connectionString,
        Inventory.@Nullable Credentials credentials,
        boolean tls,
        @Nullable Path tlsCaFile,
        Inventory.Zone zone,
        Resolvers resolvers) {
    /** Returns the host to resolve: the node's, otherwise the deployment's name. */
    public String host() {
        return node == null ? target : node.host();
    }
}
