package dev.mendline.lab.scenario;

import java.time.Duration;

/**
 * How a service uses its deployment.
 *
 * @param options of its connection string, besides the usual ones
 * @param threads that read at the same time
 * @param pause after the first read; it doubles each time
 * @param longestPause between two reads
 * @param knowsPassword whether it has the right one
 */
public record Client(
        Address address, String options, int threads, Duration pause, Duration longestPause, boolean knowsPassword) {
    /** Short, so that each service runs into its fault within seconds, and yet enough for a machine that has much to do. */
    private static final String TIMEOUTS = "serverSelectionTimeoutMS=5000";

    static final Client USUAL = new Client(Address.SRV, "", 1, Duration.ofMillis(500), Duration.ofSeconds(8), true);

    /** Reads from three threads, so that its trouble fills the log. */
    static final Client BUSY = USUAL.threads(3);

    static Client by(Address address) {
        return new Client(address, "", 1, USUAL.pause, USUAL.longestPause, true);
    }

    Client options(String more) {
        return new Client(address, more, threads, pause, longestPause, knowsPassword);
    }

    Client threads(int count) {
        return new Client(address, options, count, pause, longestPause, knowsPassword);
    }

    /** Reads at even intervals. */
    Client every(Duration interval) {
        return new Client(address, options, threads, interval, interval, knowsPassword);
    }

    Client mistyped() {
        return new Client(address, options, threads, pause, longestPause, false);
    }

    /** The connection string as it stands in the service's configuration. */
    public String connectionString(Cluster cluster) {
        return address.of(cluster) + TIMEOUTS + (options.isEmpty() ? "" : "&" + options);
    }

    /** The same deployment for a driver that cannot look up SRV records. */
    public static String seedList(Cluster cluster) {
        return Address.SEED_LIST.of(cluster) + TIMEOUTS;
    }

    public boolean tls() {
        return !options.contains("tls=false");
    }
}
