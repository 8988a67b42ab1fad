package dev.mendline.lab.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accepts TCP connections on a loopback port and holds each conversation on a daemon thread of its own. */
public final class Listener implements BoundPort {
    /** One connection, from accept to close; ends quietly with an IOException when the other side goes. */
    @FunctionalInterface
    public interface Conversation {
        void hold(Socket socket) throws IOException;
    }

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String name;
    private final ServerSocket server;
    private final Conversation conversation;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Thread acceptor;

    private Listener(String name, ServerSocket server, Conversation conversation) {
        this.name = name;
        this.server = server;
        this.conversation = conversation;
        this.acceptor = daemon(name, this::accept);
    }

    /**
     * Accepts from now on, at the first loopback address.
     *
     * @param port 0 means any
     */
    public static Listener start(String name, int port, Conversation conversation) throws IOException {
        return start(name, Ports.at(port), conversation);
    }

    /**
     * Accepts from now on.
     *
     * @param at a loopback address; port 0 means any
     */
    public static Listener start(String name, InetSocketAddress at, Conversation conversation) throws IOException {
        ServerSocket server = new ServerSocket(at.getPort(), 128, at.getAddress());
        Listener listener = new Listener(name, server, conversation);
        listener.acceptor.start();
        return listener;
    }

    public static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public InetSocketAddress at() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                daemon(name, () -> converse(socket)).start();
            } catch (IOException e) {
                // The server socket was closed, or the caller went before we could take the call.
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            if (!server.isClosed()) {
                conversation.hold(socket);
            }
        } catch (IOException e) {
            // The other side went, or we are closing: either way the conversation is over.
        } finally {
            open.remove(socket);
        }
    }

    /** When it returns the port is free: the kernel keeps it as long as somebody still accepts there. */
    @Override
    public void close() {
        OrderedClose.all(server, () -> OrderedClose.all(open.toArray(Socket[]::new)), this::awaitAcceptor);
    }

    private void awaitAcceptor() {
        try {
            acceptor.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
