package dev.mendline.lab.scenario;

import java.time.Duration;

/**
 * How a service uses its deployment.
 *
 * @param selection how long its driver looks for a server
 * @param options of its connection string besides
 * @param threads that read at the same time
 * @param pause after the first read; it doubles each time
 * @param longestPause between two reads
 * @param knowsPassword whether it has the right one
 */
public record Client(
        Address address,
        Duration selection,
        String options,
        int threads,
        Duration pause,
        Duration longestPause,
        boolean knowsPassword) {
    /** Runs into its fault within seconds. */
    static final Client USUAL =
            new Client(Address.SRV, Duration.ofSeconds(5), "", 1, Duration.ofMillis(500), Duration.ofSeconds(8), true);

    /** Reads from three threads, so that its trouble fills the log. */
    static final Client BUSY = USUAL.threads(3);

    /** Runs into its fault once it has found a server, and has all the time for that on a machine that is busy. */
    static final Client PATIENT = new Client(
            USUAL.address, Duration.ofSeconds(30), "", 1, USUAL.pause, USUAL.longestPause, USUAL.knowsPassword);

    static Client by(Address address) {
        return new Client(address, USUAL.selection, "", 1, USUAL.pause, USUAL.longestPause, true);
    }

    Client options(String more) {
        return new Client(address, selection, more, threads, pause, longestPause, knowsPassword);
    }

    Client threads(int count) {
        return new Client(address, selection, options, count, pause, longestPause, knowsPassword);
    }

    /** Reads at even intervals. */
    Client every(Duration interval) {
        return new Client(address, selection, options, threads, interval, interval, knowsPassword);
    }

    Client mistyped() {
        return new Client(address, selection, options, threads, pause, longestPause, false);
    }

    /** The connection string as it stands in the service's configuration. */
    public String connectionString(Cluster cluster) {
        return address.of(cluster) + selecting() + (options.isEmpty() ? "" : "&" + options);
    }

    private String selecting() {
        return "serverSelectionTimeoutMS=" + selection.toMillis();
    }

    /** The same deployment for a driver that cannot look up SRV records. */
    public String seedList(Cluster cluster) {
        return Address.SEED_LIST.of(cluster) + selecting();
    }

    public boolean tls() {
        return !options.contains("tls=false");
    }
}
