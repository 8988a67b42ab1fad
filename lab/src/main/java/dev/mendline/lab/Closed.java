package dev.mendline.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;

/**
 * A loopback port that answers "connection refused" and that nobody else can get: a TCP socket that is bound and never
 * listens; a UDP socket that is connected to itself, so that the kernel rejects what others send (ICMP port
 * unreachable).
 */
final class Closed implements AutoCloseable {
    private final int port;
    private final AutoCloseable[] sockets;

    private Closed(int port, AutoCloseable... sockets) {
        this.port = port;
        this.sockets = sockets;
    }

    static Closed tcp() throws IOException {
        SocketChannel tcp = SocketChannel.open().bind(Ports.at(0));
        return new Closed(tcp.socket().getLocalPort(), tcp);
    }

    /** The same port for both transports, as a resolver has it. */
    static Closed tcpAndUdp() throws IOException {
        for (int attempt = 0; attempt < 20; attempt++) {
            SocketChannel tcp = SocketChannel.open().bind(Ports.at(0));
            int port = tcp.socket().getLocalPort();
            DatagramChannel udp = DatagramChannel.open();
            try {
                udp.bind(Ports.at(port)).connect(Ports.at(port));
                return new Closed(port, tcp, udp);
            } catch (IOException e) {
                tcp.close();
                udp.close();
            }
        }
        throw new IOException("no port that is free for TCP and UDP");
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        for (AutoCloseable socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
