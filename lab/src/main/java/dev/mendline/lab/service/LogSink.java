package dev.mendline.lab.service;

/** Where the services' log lines go, as a shipper would take them. */
@FunctionalInterface
public interface LogSink {
    /**
     * Takes the next line of a service; lines of one service come one at a time and in order.
     *
     * @param line one JSON document in Elastic Common Schema, UTF-8, without a line end
     */
    void accept(String service, byte[] line);
}
