package dev.mendline.lab.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * Loopback port whose SYNs get no answer, like behind a firewall that drops packets. A listening socket never accepts
 * and its queue is full, so the kernel drops every further SYN.
 */
public final class DroppingPort implements BoundPort {
    /** Shortest queue of the kernel, which holds one more connection than requested. */
    private static final int SHORTEST = 1;

    /** Upper limit of attempts to fill the queue; on a system without such a queue, the attempt ends here. */
    private static final int MOST = 64;

    /** Timeout after which a connection counts as dropped; loopback answers within microseconds. */
    private static final int NO_ANSWER_MILLIS = 250;

    private final ServerSocket server;
    private final List<AutoCloseable> queued = new ArrayList<>();

    private DroppingPort(ServerSocket server) {
        this.server = server;
    }

    /**
     * Starts dropping.
     *
     * @param at loopback address; port 0 means any
     */
    public static DroppingPort tcp(InetSocketAddress at) throws IOException {
        DroppingPort dropped = new DroppingPort(new ServerSocket(at.getPort(), SHORTEST, at.getAddress()));
        try {
            dropped.fill();
            return dropped;
        } catch (IOException e) {
            dropped.close();
            throw e;
        }
    }

    private void fill() throws IOException {
        while (connected()) {
            if (queued.size() == MOST) {
                throw new IOException("the queue of " + at() + " cannot be filled");
            }
        }
    }

    private boolean connected() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(at(), NO_ANSWER_MILLIS);
            queued.add(socket);
            return true;
        } catch (SocketTimeoutException full) {
            socket.close();
            return false;
        }
    }

    @Override
    public InetSocketAddress at() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    @Override
    public void close() {
        OrderedClose.all(server, () -> OrderedClose.all(queued));
    }
}
