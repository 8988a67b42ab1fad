package dev.mendline.lab.tls;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** First record of a TLS connection (RFC 8446 section 4.1.2). */
final class ClientHello {
    static final int HEADER = 5;
    private static final byte HANDSHAKE = 22;
    private static final byte CLIENT_HELLO = 1;
    private static final int RANDOM = 32;
    private static final int LONGEST = 1 << 14;

    private final byte[] bytes;
    private final @Nullable String serverName;

    private ClientHello(byte[] bytes, @Nullable String serverName) {
        this.bytes = bytes;
        this.serverName = serverName;
    }

    /** Returns a stream that repeats the record. */
    InputStream replay() {
        return new ByteArrayInputStream(bytes);
    }

    /** Returns the host name of the SNI extension (RFC 6066 section 3); null without one. */
    @Nullable
    String serverName() {
        return serverName;
    }

    /** Reads the whole record; throws an exception for anything else. */
    static ClientHello read(DataInputStream in) throws IOException {
        byte[] header = in.readNBytes(HEADER);
        if (header.length < HEADER || header[0] != HANDSHAKE || header[1] != 3) {
            throw new ProtocolException("not TLS");
        }
        int length = ByteBuffer.wrap(header, 3, 2).getShort() & 0xffff;
        if (length > LONGEST) {
            throw new ProtocolException("not TLS");
        }
        byte[] body = new byte[length];
        in.readFully(body);
        byte[] bytes =
                ByteBuffer.allocate(HEADER + length).put(header).put(body).array();
        return new ClientHello(bytes, serverName(ByteBuffer.wrap(body)).orElse(null));
    }

    private static Optional<String> serverName(ByteBuffer hello) throws ProtocolException {
        try {
            if (hello.get() != CLIENT_HELLO) {
                throw new ProtocolException("no client hello");
            }
            skip(hello, 3 + 2 + RANDOM);
            skip(hello, hello.get() & 0xff);
            skip(hello, hello.getShort() & 0xffff);
            skip(hello, hello.get() & 0xff);
            return extension(hello);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new ProtocolException("no client hello that could be read");
        }
    }

    private static Optional<String> extension(ByteBuffer hello) {
        hello.getShort();
        while (hello.hasRemaining()) {
            int type = hello.getShort();
            int length = hello.getShort() & 0xffff;
            if (type == 0) {
                skip(hello, 3);
                byte[] name = new byte[hello.getShort() & 0xffff];
                hello.get(name);
                return Optional.of(new String(name, StandardCharsets.US_ASCII));
            }
            skip(hello, length);
        }
        return Optional.empty();
    }

    private static void skip(ByteBuffer hello, int bytes) {
        hello.position(hello.position() + bytes);
    }
}
