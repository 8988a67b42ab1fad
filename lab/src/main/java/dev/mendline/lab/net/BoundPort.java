package dev.mendline.lab.net;

import java.net.InetSocketAddress;

/** Reservation of a loopback address and port, held until it is closed. */
public interface BoundPort extends AutoCloseable {
    InetSocketAddress at();

    default int port() {
        return at().getPort();
    }

    @Override
    void close();
}
