package dev.mendline.lab.service;

/** Receiver of the services' log lines. */
@FunctionalInterface
public interface LogSink {
    /**
     * Receives the next line of a service; lines of one service arrive in order, one at a time.
     *
     * @param line JSON document in Elastic Common Schema, UTF-8, without a line end
     */
    void accept(String service, byte[] line);
}
