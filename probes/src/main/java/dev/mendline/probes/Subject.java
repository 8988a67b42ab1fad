package dev.mendline.probes;

import dev.mendline.model.Inventory;
import dev.mendline.model.Node;
import dev.mendline.model.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a probe looks at, and from where.
 *
 * @param target the deployment's name, canonical
 * @param node null where the request names none
 * @param connectionString null where the caller has none; it never travels over Kafka
 */
record Subject(
        String target,
        @Nullable Node node,
        @Nullable Secret connectionString,
        Inventory.Zone zone,
        Resolvers resolvers) {
    /** The name whose addresses matter: the node's, else the deployment's own. */
    String host() {
        return node == null ? target : node.host();
    }
}
