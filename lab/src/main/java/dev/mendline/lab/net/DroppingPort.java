package dev.mendline.lab.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * A loopback port whose SYNs get no answer, as behind a firewall that drops them: a listening socket that never accepts
 * and whose queue is full. The kernel drops every further SYN as long as the queue stays full, whoever sends it.
 */
public final class DroppingPort implements BoundPort {
    /** The kernel's shortest queue holds one connection more than it is asked to. */
    private static final int SHORTEST = 1;

    /** Far more than the queue holds; on a system that has none, the attempt ends here. */
    private static final int MOST = 64;

    /** On loopback an answer takes microseconds. */
    private static final int NO_ANSWER_MILLIS = 250;

    private final ServerSocket server;
    private final List<AutoCloseable> queued = new ArrayList<>();

    private DroppingPort(ServerSocket server) {
        this.server = server;
    }

    /**
     * Drops from now on.
     *
     * @param at a loopback address; port 0 means any
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
