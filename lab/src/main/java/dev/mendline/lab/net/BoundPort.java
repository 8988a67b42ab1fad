package dev.mendline.lab.net;

import java.net.InetSocketAddress;

/** Something that holds a loopback address and port until it is closed. */
public interface BoundPort extends AutoCloseable {
    InetSocketAddress at();

    default int port() {
        return at().getPort();
    }

    @Override
    void close();
}
