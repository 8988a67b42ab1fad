package dev.mendline.lab.net;

import java.io.IOException;
import java.net.Socket;

/** What a connection meets before the protocol proper: nothing, TLS, or a fault that ends it. */
@FunctionalInterface
public interface Front {
    /** Straight through, without TLS. */
    Front PLAIN = socket -> socket;

    /**
     * Lets a connection in.
     *
     * @return the socket to talk through; closing it closes {@code socket}
     * @throws IOException when the connection ends here
     */
    Socket admit(Socket socket) throws IOException;
}
