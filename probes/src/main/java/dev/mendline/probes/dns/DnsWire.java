package dev.mendline.probes.dns;

import dev.mendline.probes.spi.Stopwatch;
import java.io.EOFException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

/**
 * Sends DNS messages over new sockets. They belong to channels, because channels end on interrupt, and a connected
 * datagram channel reports a closed port (ICMP port unreachable).
 */
final class DnsWire {
    private static final int MAX_MESSAGE = 65535;

    /** Thrown if the resolver's answer is not a DNS message. */
    static final class Unreadable extends IOException {}

    private DnsWire() {}

    static Message udp(InetSocketAddress resolver, Message query, Stopwatch watch) throws IOException {
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(resolver);
            channel.write(ByteBuffer.wrap(query.toWire(MAX_MESSAGE)));
            DatagramSocket socket = channel.socket();
            DatagramPacket packet = new DatagramPacket(new byte[MAX_MESSAGE], MAX_MESSAGE);
            while (true) {
                socket.setSoTimeout(watch.left());
                socket.receive(packet);
                Optional<Message> reply = replyTo(query, Arrays.copyOf(packet.getData(), packet.getLength()));
                if (reply.isPresent()) {
                    return reply.get();
                }
            }
        }
    }

    /** RFC 1035 section 4.2.2: two bytes of length before each message. */
    static Message tcp(InetSocketAddress resolver, Message query, Stopwatch watch) throws IOException {
        try (SocketChannel channel = SocketChannel.open()) {
            Socket socket = channel.socket();
            socket.connect(resolver, watch.left());
            byte[] wire = query.toWire(MAX_MESSAGE);
            channel.write(ByteBuffer.allocate(2 + wire.length)
                    .putShort((short) wire.length)
                    .put(wire)
                    .flip());
            int length = ByteBuffer.wrap(read(socket, watch, 2)).getShort() & 0xffff;
            return replyTo(query, read(socket, watch, length)).orElseThrow(Unreadable::new);
        }
    }

    private static byte[] read(Socket socket, Stopwatch watch, int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; ) {
            socket.setSoTimeout(watch.left());
            int count = socket.getInputStream().read(bytes, at, length - at);
            if (count < 0) {
                throw new EOFException("closed");
            }
            at += count;
        }
        return bytes;
    }

    /** Returns empty for a message that answers another question: it is forged or late. */
    private static Optional<Message> replyTo(Message query, byte[] bytes) throws Unreadable {
        int id = query.getHeader().getID();
        if (bytes.length >= 2 && (ByteBuffer.wrap(bytes).getShort() & 0xffff) != id) {
            return Optional.empty();
        }
        Message reply = parsed(bytes);
        boolean ours = reply.getHeader().getFlag(Flags.QR)
                && (reply.getQuestion() == null || reply.getQuestion().equals(query.getQuestion()));
        return ours ? Optional.of(reply) : Optional.empty();
    }

    private static Message parsed(byte[] bytes) throws Unreadable {
        try {
            return new Message(bytes);
        } catch (IOException | RuntimeException e) {
            throw new Unreadable();
        }
    }
}
