package dev.mendline.lab.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Acceptor of TCP connections on a loopback port; each conversation has its own daemon thread. */
public final class Listener implements BoundPort {
    /** One connection, from accept to close; an IOException ends it silently when the peer leaves. */
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
     * Starts listening.
     *
     * @param at loopback address; port 0 means any
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
                // The server socket was closed, or the client left before the connection was accepted.
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
            // The peer left, or closing: the conversation is over in both cases.
        } finally {
            open.remove(socket);
        }
    }

    /** Closes the listener; on return the port is free, because no thread accepts any more. */
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
