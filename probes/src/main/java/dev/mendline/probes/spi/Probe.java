package dev.mendline.probes.spi;

import java.util.List;

/** One kind of check. Knows no Kafka, and no clock but one that it is given; asks the guard before it opens a connection. */
public interface Probe {
    /** How requests and findings call it; the JSON type name of its facts. */
    String id();

    /** The names that it will look up; the guard has permitted each of them before {@link #run}. */
    List<String> names(Subject subject);

    /**
     * Looks once.
     *
     * @throws InterruptedException when its thread is interrupted; its sockets are closed by then
     */
    Observation run(Subject subject) throws InterruptedException;
}
