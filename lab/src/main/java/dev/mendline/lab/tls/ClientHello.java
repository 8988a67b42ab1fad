package dev.mendline.lab.tls;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
        try {
            return new ClientHello(bytes, serverName(new DataInputStream(new ByteArrayInputStream(body))));
        } catch (EOFException e) {
            throw new ProtocolException("no client hello that could be read");
        }
    }

    private static @Nullable String serverName(DataInputStream hello) throws IOException {
        if (hello.readByte() != CLIENT_HELLO) {
            throw new ProtocolException("no client hello");
        }
        hello.skipNBytes(3 + 2 + RANDOM);
        hello.skipNBytes(hello.readUnsignedByte());
        hello.skipNBytes(hello.readUnsignedShort());
        hello.skipNBytes(hello.readUnsignedByte());
        hello.skipNBytes(2);
        while (hello.available() > 0) {
            int type = hello.readUnsignedShort();
            int length = hello.readUnsignedShort();
            if (type == 0) {
                hello.skipNBytes(3);
                byte[] name = new byte[hello.readUnsignedShort()];
                hello.readFully(name);
                return new String(name, StandardCharsets.US_ASCII);
            }
            hello.skipNBytes(length);
        }
        return null;
    }
}
