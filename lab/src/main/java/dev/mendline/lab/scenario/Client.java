package dev.mendline.lab.scenario;

import java.time.Duration;

/**
 * Use of a deployment by its service.
 *
 * @param selection server selection timeout
 * @param options additional options of the connection string
 * @param threads number of threads that read concurrently
 * @param pause pause after the first read, which doubles each time
 * @param longestPause maximum pause between two reads
 * @param knowsPassword true if it has the right password
 */
public record Client(
        Address address,
        Duration selection,
        String options,
        int threads,
        Duration pause,
        Duration longestPause,
        boolean knowsPassword) {
    /** Default client, which reaches its fault within seconds. */
    static final Client USUAL =
            new Client(Address.SRV, Duration.ofSeconds(5), "", 1, Duration.ofMillis(500), Duration.ofSeconds(8), true);

    /** Client with three threads, whose errors fill the log. */
    static final Client BUSY = USUAL.threads(3);

    /** Client that reaches its fault after it has found a server, with long timeouts for a busy machine. */
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

    /** Returns this client with even intervals between reads. */
    Client every(Duration interval) {
        return new Client(address, selection, options, threads, interval, interval, knowsPassword);
    }

    Client mistyped() {
        return new Client(address, selection, options, threads, pause, longestPause, false);
    }

    /** Returns the connection string of the service's configuration. */
    public String connectionString(Cluster cluster) {
        return address.of(cluster) + selecting() + (options.isEmpty() ? "" : "&" + options);
    }

    private String selecting() {
        return "serverSelectionTimeoutMS=" + selection.toMillis();
    }

    /** Returns the connection string for drivers that cannot resolve SRV records. */
    public String seedList(Cluster cluster) {
        return Address.SEED_LIST.of(cluster) + selecting();
    }

    public boolean tls() {
        return !options.contains("tls=false");
    }
}
