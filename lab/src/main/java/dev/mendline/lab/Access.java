package dev.mendline.lab;

import dev.mendline.model.config.Secret;
import dev.mendline.model.net.Endpoint;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connection details of a deployment for an external driver.
 *
 * @param connectionString as in the service's configuration, with user and password
 * @param resolver resolver of the service's zone
 * @param zone zone of its service
 * @param caFile PEM file with the authority of its certificates; null if there is none
 * @param hosts names and addresses as lines of a hosts file, for drivers without a configurable resolver
 * @param seedList connection string without SRV, for such drivers
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
