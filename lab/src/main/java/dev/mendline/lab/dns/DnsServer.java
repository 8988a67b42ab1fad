package dev.mendline.lab.dns;

import dev.mendline.lab.dns.Answering.Transport;
import dev.mendline.lab.net.Closing;
import dev.mendline.lab.net.Listener;
import dev.mendline.lab.net.Ports;
import dev.mendline.model.Endpoint;
import dev.mendline.model.HostNames;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** A name server on one loopback port, UDP and TCP (RFC 1035), that remembers what it was asked. */
public final class DnsServer implements AutoCloseable {
    /** One question: the name in lower case without the trailing dot, and the record type, e.g. {@code SRV}. */
    public record Query(String name, String type, Transport transport) {}

    private static final int MAX_UDP = 4096;

    private final Answering answering;
    private final DatagramSocket udp;
    private final List<Query> queries = new CopyOnWriteArrayList<>();
    private final Listener tcp;

    private DnsServer(Answering answering, DatagramSocket udp) throws IOException {
        this.answering = answering;
        this.udp = udp;
        this.tcp = Listener.start("lab-dns", udp.getLocalPort(), this::converse);
    }

    /** Takes a port that is free for both transports. */
    public static DnsServer start(Answering answering) throws IOException {
        return Ports.open(port -> {
            DatagramSocket udp = new DatagramSocket(Ports.at(port));
            try {
                DnsServer server = new DnsServer(answering, udp);
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

    /** What it was asked so far, in order. */
    public List<Query> queries() {
        return List.copyOf(queries);
    }

    private void serve() {
        byte[] buffer = new byte[MAX_UDP];
        while (!udp.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                udp.receive(packet);
                Optional<byte[]> reply = reply(Arrays.copyOf(buffer, packet.getLength()), Transport.UDP);
                if (reply.isPresent()) {
                    byte[] wire = reply.get();
                    udp.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                // Not a DNS message, or the asker is gone, or we are closing: a name server drops it and goes on.
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        while (true) {
            byte[] query = in.readNBytes(in.readUnsignedShort());
            Optional<byte[]> reply = reply(query, Transport.TCP);
            if (reply.isPresent()) {
                byte[] wire = new byte[reply.get().length + 2];
                wire[0] = (byte) (reply.get().length >> 8);
                wire[1] = (byte) reply.get().length;
                System.arraycopy(reply.get(), 0, wire, 2, reply.get().length);
                out.write(wire);
            }
        }
    }

    private Optional<byte[]> reply(byte[] wire, Transport transport) throws IOException {
        Message query = new Message(wire);
        Record question = query.getQuestion();
        if (question != null) {
            String name = HostNames.canonical(question.getName().toString());
            queries.add(new Query(name, Type.string(question.getType()), transport));
        }
        return answering.answer(query, transport);
    }

    @Override
    public void close() {
        Closing.all(udp, tcp);
    }
}
