package dev.mendline.probes.net;

import dev.mendline.probes.spi.Stopwatch;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Transfers an engine's records over a channel, with one time limit for the whole handshake. Reads end on interrupt,
 * which closes the channel. It also reads the peer's records before encryption begins (RFC 8446 section 5.1), because the
 * JDK reports their contents only in messages that change between versions.
 */
final class TlsWire {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final int HEADER = 5;
    private static final int FIRST_TYPE = 20;
    private static final int LAST_TYPE = 24;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    private static final int TLS_1_2 = 3;

    private final SSLEngine engine;
    private final Socket socket;
    private final Stopwatch watch;
    private final ByteBuffer plain;
    private final ByteBuffer out;
    /** Always in read mode. */
    private final ByteBuffer in;

    private boolean foreign;
    private @Nullable Integer alert;
    private @Nullable String oldProtocol;

    TlsWire(SSLEngine engine, SocketChannel channel, Stopwatch watch) {
        this.engine = engine;
        this.socket = channel.socket();
        this.watch = watch;
        int packet = engine.getSession().getPacketBufferSize();
        this.plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        this.out = ByteBuffer.allocate(packet);
        this.in = ByteBuffer.allocate(packet).limit(0);
    }

    /** Runs the handshake until both sides have finished; throws an exception if it fails. */
    void handshake() throws IOException {
        engine.beginHandshake();
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_WRAP -> send();
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> receive();
                case NEED_TASK -> engine.getDelegatedTask().run();
                case FINISHED, NOT_HANDSHAKING -> {
                    return;
                }
            }
        }
    }

    /** Sends the closing alert of the protocol; ignores errors. */
    void close() {
        try {
            engine.closeOutbound();
            send();
        } catch (IOException e) {
            // The peer is gone already.
        }
    }

    private void send() throws IOException {
        out.clear();
        engine.wrap(NOTHING, out);
        socket.getOutputStream().write(out.array(), 0, out.position());
    }

    private void receive() throws IOException {
        sniff(in);
        SSLEngineResult.Status status = engine.unwrap(in, plain.clear()).getStatus();
        if (status == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
            read();
        } else if (status == SSLEngineResult.Status.CLOSED) {
            throw new EOFException("closed");
        }
    }

    private void read() throws IOException {
        in.compact();
        if (!in.hasRemaining()) {
            throw new SSLException("a record longer than TLS allows");
        }
        socket.setSoTimeout(watch.left());
        InputStream stream = socket.getInputStream();
        int read = stream.read(in.array(), in.position(), in.remaining());
        in.position(in.position() + Math.max(0, read)).flip();
        if (read < 0) {
            throw new EOFException("the peer closed the connection");
        }
    }

    /** Reads the start of a record, as far as it has arrived, without consuming it. */
    private void sniff(ByteBuffer bytes) {
        int at = bytes.position();
        int there = bytes.remaining();
        if (there == 0) {
            return;
        }
        int type = bytes.get(at);
        if (type < FIRST_TYPE || type > LAST_TYPE || (there > 1 && bytes.get(at + 1) != 3)) {
            foreign = true;
        } else if (type == ALERT && there >= HEADER + 2 && bytes.getShort(at + 3) == 2) {
            // An encrypted alert is longer.
            alert = bytes.get(at + HEADER + 1) & 0xff;
        } else if (type == HANDSHAKE && there >= HEADER + 6 && bytes.get(at + HEADER) == SERVER_HELLO) {
            version(bytes.get(at + HEADER + 4), bytes.get(at + HEADER + 5));
        }
    }

    private void version(int major, int minor) {
        if (major == 3 && minor < TLS_1_2) {
            oldProtocol = minor == 0 ? "SSLv3" : minor == 1 ? "TLSv1" : "TLSv1.1";
        }
    }

    /** Returns true if the peer sent something that is not TLS. */
    boolean foreign() {
        return foreign;
    }

    /** Returns the last unencrypted alert; null if there is none. */
    @Nullable
    Integer alert() {
        return alert;
    }

    /** Returns the protocol that the peer chose if it is older than TLS 1.2; otherwise null. */
    @Nullable
    String oldProtocol() {
        return oldProtocol;
    }
}
