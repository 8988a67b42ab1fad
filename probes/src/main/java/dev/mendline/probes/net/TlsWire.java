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

/**
 * Transfers an engine's records over a channel, with one time limit for the whole handshake. Reads end on interrupt,
 * which closes the channel.
 */
final class TlsWire {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final Socket socket;
    private final Stopwatch watch;
    private final TlsRecordSniffer sniffer;
    private final ByteBuffer plain;
    private final ByteBuffer out;
    /** Always in read mode. */
    private final ByteBuffer in;

    TlsWire(SSLEngine engine, SocketChannel channel, Stopwatch watch, TlsRecordSniffer sniffer) {
        this.engine = engine;
        this.socket = channel.socket();
        this.watch = watch;
        this.sniffer = sniffer;
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
        sniffer.record(in);
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
}
