package dev.mendline.lab.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * A loopback port that answers "connection refused" and that nobody else can get: a TCP socket that is bound and never
 * listens; a UDP socket that is connected to itself, so that the kernel rejects what others send (ICMP port
 * unreachable).
 */
public final class ClosedPort implements BoundPort {
    private final InetSocketAddress at;
    private final List<AutoCloseable> sockets;

    private ClosedPort(InetSocketAddress at, AutoCloseable... sockets) {
        this.at = at;
        this.sockets = List.of(sockets);
    }

    public static ClosedPort tcp() throws IOException {
        return tcp(Ports.at(0));
    }

    /** The same at a loopback address of one's choice; port 0 means any. */
    public static ClosedPort tcp(InetSocketAddress at) throws IOException {
        SocketChannel tcp = SocketChannel.open();
        try {
            tcp.bind(at);
            return new ClosedPort((InetSocketAddress) tcp.getLocalAddress(), tcp);
        } catch (IOException e) {
            OrderedClose.all(tcp);
            throw e;
        }
    }

    /** The same port for both transports, as a resolver has it. */
    public static ClosedPort tcpAndUdp() throws IOException {
        return Ports.open(port -> tcpAndUdp(Ports.at(port)));
    }

    private static ClosedPort tcpAndUdp(InetSocketAddress at) throws IOException {
        SocketChannel tcp = SocketChannel.open();
        DatagramChannel udp = DatagramChannel.open();
        try {
            tcp.bind(at);
            udp.bind(at).connect(at);
            return new ClosedPort(at, tcp, udp);
        } catch (IOException e) {
            OrderedClose.all(tcp, udp);
            throw e;
        }
    }

    @Override
    public InetSocketAddress at() {
        return at;
    }

    @Override
    public void close() {
        OrderedClose.all(sockets);
    }
}
