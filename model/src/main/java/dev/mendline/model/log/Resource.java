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
        @Nullable String service,
        @Nullable String host,
        @Nullable String environment) {
    public static final Resource UNKNOWN = new Resource(null, null, null);

    /** Name under which MongoDB's own server logs if the log names no service. */
    public static final String SERVER = "mongod";

    private static final String UNNAMED = "unknown";

    /**
     * Returns the service of events that name none, which tells their source, because events of different sources are
     * not of one service.
     *
     * @param source file, or topic with partition and key
     */
    public static String unnamed(String source) {
        return UNNAMED + "@" + source;
    }

    /** Returns true for a service that stands for the source of its events. */
    public static boolean isUnnamed(@Nullable String service) {
        return service == null
                || service.equals(UNNAMED)
                || service.startsWith(UNNAMED + "@")
                || service.startsWith(SERVER + "@");
    }

    /**
     * Returns true if what one event of the service says about its deployment holds for the others: they come from one
     * program. A server's log tells of its clients, and a partition without keys holds the lines of many programs.
     */
    public static boolean isOneProgram(String service) {
        return !isUnnamed(service) || (service.startsWith(UNNAMED + "@") && !service.endsWith("]"));
    }

    /** Returns this resource, completed by what the reader knows; a server's own name gives way to another one. */
    public Resource completed(Resource reader) {
        String known = reader.service;
        if (!SERVER.equals(service) || known == null) {
            return or(reader);
        }
        String named = isUnnamed(known) ? SERVER + known.substring(UNNAMED.length()) : known;
        return new Resource(named, host, environment).or(reader);
    }

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
