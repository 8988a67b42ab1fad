package dev.mendline.lab.net;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Fault of a port below any protocol. */
public enum TcpFault {
    /** Refuses connections. */
    REFUSE,
    /** SYNs get no answer. */
    DROP,
    /** Accepts and resets. */
    RESET,
    /** Accepts, reads and never answers. */
    HALF_OPEN,
    /** Accepts and closes in good order. */
    HANG_UP;

    /**
     * Applies the fault to a port.
     *
     * @param at loopback address; port 0 means any
     */
    public BoundPort at(InetSocketAddress at) throws IOException {
        return switch (this) {
            case REFUSE -> ClosedPort.tcp(at);
            case DROP -> DroppingPort.tcp(at);
            case RESET -> Listener.start("lab-reset", at, TcpFault::reset);
            case HALF_OPEN -> Listener.start("lab-half-open", at, TcpFault::drain);
            case HANG_UP -> Listener.start("lab-hang-up", at, TcpFault::hangUp);
        };
    }

    /** Ends a connection so that the peer gets "connection reset". */
    public static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /**
     * Ends a connection so that the peer gets end of stream and no reset. Unread bytes must be read first because they
     * cause a reset.
     */
    public static void hangUp(Socket socket) throws IOException {
        socket.shutdownOutput();
        drain(socket);
    }

    /** Reads until the peer closes, and never answers. */
    public static void drain(Socket socket) throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
}
