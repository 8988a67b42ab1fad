package dev.mendline.lab.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Fault of a port below any protocol. */
public enum TcpFault {
    /** Refuses connections. */
    REFUSE {
        @Override
        public BoundPort at(InetSocketAddress at) throws IOException {
            return ClosedPort.tcp(at);
        }
    },
    /** SYNs get no answer. */
    DROP {
        @Override
        public BoundPort at(InetSocketAddress at) throws IOException {
            return DroppingPort.tcp(at);
        }
    },
    /** Accepts and resets. */
    RESET {
        @Override
        public BoundPort at(InetSocketAddress at) throws IOException {
            return Listener.start("lab-reset", at, TcpFault::reset);
        }
    },
    /** Accepts, reads and never answers. */
    HALF_OPEN {
        @Override
        public BoundPort at(InetSocketAddress at) throws IOException {
            return Listener.start("lab-half-open", at, TcpFault::listenOnly);
        }
    },
    /** Accepts and closes in good order. */
    HANG_UP {
        @Override
        public BoundPort at(InetSocketAddress at) throws IOException {
            return Listener.start("lab-hang-up", at, TcpFault::hangUp);
        }
    };

    /**
     * Applies the fault to a port.
     *
     * @param at loopback address; port 0 means any
     */
    public abstract BoundPort at(InetSocketAddress at) throws IOException;

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
        listenOnly(socket);
    }

    private static void listenOnly(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] bytes = new byte[1024];
        while (in.read(bytes) >= 0) {
            // Never answers.
        }
    }
}
