package dev.mendline.lab.dns;

import dev.mendline.lab.dns.DnsResponder.Transport;
import dev.mendline.lab.net.ClosedPort;
import dev.mendline.lab.net.Listener;
import dev.mendline.lab.net.OrderedClose;
import dev.mendline.lab.net.Ports;
import dev.mendline.model.net.Endpoint;
import dev.mendline.model.net.HostNames;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.Message;
import org.xbill.DNS.Type;

/** Name server on one loopback port, UDP and TCP (RFC 1035), that records its questions. */
public final class DnsServer implements AutoCloseable {
    /** Question: name in lower case without the trailing dot, and record type, e.g. {@code SRV}. */
    public record Query(String name, String type, Transport transport) {
        /** Returns the question of a message; empty if it has none. */
        static Optional<Query> of(Message message, Transport transport) {
            return Optional.ofNullable(message.getQuestion())
                    .map(question -> new Query(
                            HostNames.canonical(question.getName().toString()),
                            Type.string(question.getType()),
                            transport));
        }

        /** Returns true if it asks for this name. */
        public boolean asks(String other) {
            return name.equals(HostNames.canonical(other));
        }
    }

    private static final int MAX_UDP = 4096;

    private final DnsResponder answering;
    private final DatagramSocket udp;
    private final List<Query> queries = new CopyOnWriteArrayList<>();
    private final AutoCloseable tcp;

    private DnsServer(DnsResponder answering, DatagramSocket udp, boolean overTcp) throws IOException {
        this.answering = answering;
        this.udp = udp;
        InetSocketAddress at = Ports.at(udp.getLocalPort());
        this.tcp = overTcp ? Listener.start("lab-dns", at, this::converse) : ClosedPort.tcp(at);
    }

    /** Starts a server on a port that is free for both transports. */
    public static DnsServer start(DnsResponder answering) throws IOException {
        return start(answering, true);
    }

    /**
     * Starts a server for UDP only; its TCP port refuses connections. The JDK then accepts truncated answers, so that
     * the driver finds no records.
     */
    public static DnsServer startWithoutTcp(DnsResponder answering) throws IOException {
        return start(answering, false);
    }

    private static DnsServer start(DnsResponder answering, boolean overTcp) throws IOException {
        return Ports.open(port -> {
            DatagramSocket udp = new DatagramSocket(Ports.at(port));
            try {
                DnsServer server = new DnsServer(answering, udp, overTcp);
                Listener.daemon("lab-dns", server::serve).start();
                return server;
            } catch (IOException e) {
                udp.close();
                throw e;
            }
        });
    }

    public Endpoint endpoint() {
        return new Endpoint(Ports.LOOPBACK, udp.getLocalPort());
    }

    /** Returns all questions so far, in order. */
    public List<Query> queries() {
        return List.copyOf(queries);
    }

    /** Answers each datagram on its own thread, so that a slow answer does not delay others. */
    private void serve() {
        byte[] buffer = new byte[MAX_UDP];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                SocketAddress asker = packet.getSocketAddress();
                Message query = heard(Arrays.copyOf(buffer, packet.getLength()), Transport.UDP);
                Listener.daemon("lab-dns", () -> reply(query, asker)).start();
            } catch (IOException e) {
                // Not a DNS message, or closing: drop it and continue.
            }
        }
    }

    private void reply(Message query, SocketAddress asker) {
        Optional<byte[]> reply = answering.answer(query, Transport.UDP);
        try {
            if (reply.isPresent()) {
                udp.send(new DatagramPacket(reply.get(), reply.get().length, asker));
            }
        } catch (IOException e) {
            // The client is gone, or closing.
        }
    }

    private void converse(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        while (true) {
            Message query = heard(in.readNBytes(in.readUnsignedShort()), Transport.TCP);
            Optional<byte[]> reply = answering.answer(query, Transport.TCP);
            if (reply.isPresent() && reply.get().length == 0) {
                return;
            }
            if (reply.isPresent()) {
                byte[] wire = reply.get();
                out.write(ByteBuffer.allocate(2 + wire.length)
                        .putShort((short) wire.length)
                        .put(wire)
                        .array());
            }
        }
    }

    private Message heard(byte[] wire, Transport transport) throws IOException {
        Message query = new Message(wire);
        Query.of(query, transport).ifPresent(queries::add);
        return query;
    }

    @Override
    public void close() {
        OrderedClose.all(udp, tcp);
    }
}
