package dev.mendline.lab.net;

import java.io.IOException;
import java.net.Socket;

/** Stage before the protocol on a connection: nothing, TLS, or a fault that ends the connection. */
@FunctionalInterface
public interface Front {
    /** Admits every connection without TLS. */
    Front PLAIN = socket -> socket;

    /**
     * Admits a connection.
     *
     * @return socket for the protocol; closing it closes {@code socket}
     * @throws IOException if the connection ends here
     */
    Socket admit(Socket socket) throws IOException;
}
