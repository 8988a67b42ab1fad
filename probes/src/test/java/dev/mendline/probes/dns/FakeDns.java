package dev.mendline.probes.dns;

import dev.mendline.model.net.Endpoint;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A resolver on loopback, UDP and TCP on one port, that answers as it is told to. */
public final class FakeDns implements AutoCloseable {
    /** What goes back over the wire for a question; null is silence. */
    public interface Manner extends BiFunction<Message, String, byte[]> {}

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Manner manner;
    public final Queue<String> asked = new ConcurrentLinkedQueue<>();

    private FakeDns(Manner manner) {
        this.manner = manner;
        try {
            InetAddress loopback = InetAddress.getByName("127.0.0.1");
            tcp = new ServerSocket(0, 50, loopback);
            udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::udp);
        daemon(this::tcp);
    }

    /** Knows these records, each as in a zone file: {@code name TYPE data}; other names do not exist. */
    public static FakeDns knowing(String... records) {
        return new FakeDns((query, transport) -> answer(query, records(records)).toWire(65535));
    }

    public static FakeDns failing(int rcode) {
        return new FakeDns((query, transport) -> reply(query, rcode).toWire(65535));
    }

    public static FakeDns silent() {
        return new FakeDns((query, transport) -> null);
    }

    public static FakeDns answering(Manner manner) {
        return new FakeDns(manner);
    }

    /** Bytes that begin like an answer and stop in the middle of a record. */
    public static FakeDns garbled() {
        return new FakeDns((query, transport) -> {
            Message reply = reply(query, Rcode.NOERROR);
            reply.addRecord(records("x.mongodb.net A 10.0.0.1").get(0), Section.ANSWER);
            byte[] wire = reply.toWire(65535);
            return Arrays.copyOf(wire, wire.length - 6);
        });
    }

    /** Cuts every answer short over UDP. */
    public static FakeDns truncating(String... records) {
        return new FakeDns((query, transport) -> {
            if (transport.equals("tcp")) {
                return answer(query, records(records)).toWire(65535);
            }
            Message reply = reply(query, Rcode.NOERROR);
            reply.getHeader().setFlag(Flags.TC);
            return reply.toWire(65535);
        });
    }

    /** An address at which nothing listens, neither over UDP nor over TCP. */
    public static Endpoint dead() {
        try (FakeDns gone = silent()) {
            return gone.endpoint();
        }
    }

    public Endpoint endpoint() {
        return new Endpoint("127.0.0.1", udp.getLocalPort());
    }

    public static Message reply(Message query, int rcode) {
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setRcode(rcode);
        reply.addRecord(query.getQuestion(), Section.QUESTION);
        return reply;
    }

    public static Message answer(Message query, List<Record> records) {
        Name name = query.getQuestion().getName();
        List<Record> found = new ArrayList<>();
        boolean exists = false;
        for (Record each : records) {
            if (each.getName().equals(name)) {
                exists = true;
                if (each instanceof CNAMERecord alias) {
                    found.add(each);
                    name = alias.getTarget();
                } else if (each.getType() == query.getQuestion().getType()) {
                    found.add(each);
                }
            }
        }
        Message reply = reply(query, exists ? Rcode.NOERROR : Rcode.NXDOMAIN);
        found.forEach(each -> reply.addRecord(each, Section.ANSWER));
        return reply;
    }

    public static List<Record> records(String... lines) {
        return Arrays.stream(lines).map(FakeDns::record).toList();
    }

    private static Record record(String line) {
        String[] parts = line.split(" ", 3);
        try {
            return Record.fromString(
                    Name.fromString(parts[0] + "."), Type.value(parts[1]), DClass.IN, 60, parts[2], Name.root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] respond(byte[] wire, String transport) throws IOException {
        Message query = new Message(wire);
        Record question = query.getQuestion();
        asked.add(transport + " " + Type.string(question.getType()) + " "
                + question.getName().toString(true));
        return manner.apply(query, transport);
    }

    private void udp() throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        while (true) {
            udp.receive(packet);
            byte[] reply = respond(Arrays.copyOf(packet.getData(), packet.getLength()), "udp");
            if (reply != null) {
                udp.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
            }
        }
    }

    private void tcp() throws IOException {
        while (true) {
            try (Socket peer = tcp.accept()) {
                DataInputStream in = new DataInputStream(peer.getInputStream());
                byte[] reply = respond(in.readNBytes(in.readUnsignedShort()), "tcp");
                if (reply != null) {
                    DataOutputStream out = new DataOutputStream(peer.getOutputStream());
                    out.writeShort(reply.length);
                    out.write(reply);
                    out.flush();
                }
            }
        }
    }

    private interface Loop {
        void run() throws IOException;
    }

    private static void daemon(Loop loop) {
        Thread thread = new Thread(() -> {
            try {
                loop.run();
            } catch (IOException closed) {
                // The end of the test.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        udp.close();
        try {
            tcp.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
