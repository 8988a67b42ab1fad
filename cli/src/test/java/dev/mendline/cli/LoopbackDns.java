package dev.mendline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A name server (RFC 1035) that knows every name and says 127.0.0.1; other types than A have no records. */
final class LoopbackDns implements AutoCloseable {
    private static final int HEADER = 12;

    private final DatagramSocket socket;

    private LoopbackDns(DatagramSocket socket) {
        this.socket = socket;
    }

    static LoopbackDns start() throws IOException {
        LoopbackDns dns = new LoopbackDns(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
        Thread answering = new Thread(dns::answer, "loopback-dns");
        answering.setDaemon(true);
        answering.start();
        return dns;
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private void answer() {
        byte[] buffer = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket query = new DatagramPacket(buffer, buffer.length);
                socket.receive(query);
                byte[] answer = answer(Arrays.copyOf(buffer, query.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, query.getSocketAddress()));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static byte[] answer(byte[] query) {
        int end = HEADER;
        while (query[end] != 0) {
            end += query[end] + 1;
        }
        byte[] question = Arrays.copyOfRange(query, HEADER, end + 5);
        boolean address = query[end + 2] == 1;
        ByteBuffer answer = ByteBuffer.allocate(HEADER + question.length + (address ? 16 : 0));
        answer.put(query, 0, 2).putShort((short) 0x8400).putShort((short) 1).putShort((short) (address ? 1 : 0));
        answer.putInt(0).put(question);
        if (address) {
            answer.putShort((short) 0xC00C)
                    .putShort((short) 1)
                    .putShort((short) 1)
                    .putInt(60);
            answer.putShort((short) 4).put(new byte[] {127, 0, 0, 1});
        }
        return answer.array();
    }

    @Override
    public void close() {
        socket.close();
    }
}
