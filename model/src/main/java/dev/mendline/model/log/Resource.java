package dev.mendline.model.log;

import org.jspecify.annotations.Nullable;

/**
 * Producer of log events: the attributes of OpenTelemetry's resource that Mendline uses.
 *
 * @param service {@code service.name} or its equivalent; null if the log names none
 * @param host {@code host.name}: machine, node or pod
 * @param environment {@code deployment.environment.name}
 */
public record Resource(
        @Nullable String service, @Nullable String host, @Nullable String environment) {
    public static final Resource UNKNOWN = new Resource(null, null, null);

    public static Resource ofService(@Nullable String service) {
        return new Resource(service, null, null);
    }

    /** Returns this resource, completed from the other one. */
    public Resource or(Resource other) {
        return new Resource(
                service == null ? other.service : service,
                host == null ? other.host : host,
                environment == null ? other.environment : environment);
    }
}
