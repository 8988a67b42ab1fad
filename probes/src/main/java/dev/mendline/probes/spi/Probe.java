package dev.mendline.probes.spi;

import java.util.List;

/**
 * Probe of one kind. It asks the guard before it opens a connection. It does not use Kafka, and reads time only from a
 * clock that it is given.
 */
public interface Probe {
    /** Returns the id of its kind, as requests and findings name it. */
    String id();

    /** Returns the names that it will look up. The guard has allowed each of them before {@link #run}. */
    List<String> names(Subject subject);

    /** Runs once. On an interrupt it closes all its sockets and throws. */
    Observation run(Subject subject) throws InterruptedException;
}
