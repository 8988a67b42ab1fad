package dev.mendline.probes.spi;

import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.Secret;
import dev.mendline.model.probe.Node;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a probe looks at, and from where.
 *
 * @param target the deployment's name, canonical
 * @param node null where the request names none
 * @param connectionString null where the caller has none; it never travels over Kafka
 * @param credentials whom to log in as; null for none
 * @param tls whether the nodes are expected to speak TLS
 * @param tlsCaFile PEM file with the authorities to trust; null for those that the JDK trusts
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
    /** The name whose addresses matter: the node's, else the deployment's own. */
    public String host() {
        return node == null ? target : node.host();
    }
}
