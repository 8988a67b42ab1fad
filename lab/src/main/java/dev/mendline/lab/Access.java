package dev.mendline.lab;

import dev.mendline.model.config.Secret;
import dev.mendline.model.net.Endpoint;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one needs to point a driver of one's own at a deployment.
 *
 * @param connectionString as the service of the deployment has it, user and password included
 * @param resolver knows its names as the service's zone sees them
 * @param zone the zone of its service
 * @param caFile PEM file with the authority that its certificates are to be checked against; null where there is none
 * @param hosts its names and addresses as lines of a hosts file, for a driver that cannot be given a resolver
 * @param seedList the connection string without SRV, for such a driver
 */
public record Access(
        Secret connectionString,
        Endpoint resolver,
        String zone,
        @Nullable Path caFile,
        List<String> hosts,
        Secret seedList) {
    public Access {
        hosts = List.copyOf(hosts);
    }
}
