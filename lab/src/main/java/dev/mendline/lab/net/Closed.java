package dev.mendline.lab.net;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * A loopback port that answers "connection refused" and that nobody else can get: a TCP socket that is bound and never
 * listens; a UDP socket that is connected to itself, so that the kernel rejects what others send (ICMP port
 * unreachable).
 */
public final class Closed implements AutoCloseable {
    private final int port;
    private final List<AutoCloseable> sockets;

    private Closed(int port, AutoCloseable... sockets) {
        this.port = port;
        this.sockets = List.of(sockets);
    }

    public static Closed tcp() throws IOException {
        return tcp(0);
    }

    /**
     * A port of one's choice.
     *
     * @param port 0 means any
     */
    public static Closed tcp(int port) throws IOException {
        SocketChannel tcp = SocketChannel.open();
        try {
            tcp.bind(Ports.at(port));
            return new Closed(tcp.socket().getLocalPort(), tcp);
        } catch (IOException e) {
            tcp.close();
            throw e;
        }
    }

    /** The same port for both transports, as a resolver has it. */
    public static Closed tcpAndUdp() throws IOException {
        return Ports.open(port -> {
            SocketChannel tcp = SocketChannel.open();
            DatagramChannel udp = DatagramChannel.open();
            try {
                tcp.bind(Ports.at(port));
                udp.bind(Ports.at(port)).connect(Ports.at(port));
                return new Closed(port, tcp, udp);
            } catch (IOException e) {
                Closing.all(tcp, udp);
                throw e;
            }
        });
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        Closing.all(sockets);
    }
}
