package dev.mendline.lab.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.List;

/**
 * Loopback port that refuses connections and cannot be taken by others. The TCP socket is bound but never listens. The
 * UDP socket is connected to itself, so the kernel rejects other packets (ICMP port unreachable).
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

    /** Reserves a TCP port at a given loopback address; port 0 means any. */
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

    /** Reserves the same port for both transports, like a resolver's. */
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
