package dev.mendline.probes.net;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the peer's TLS records before encryption begins (RFC 8446 section 5.1). The JDK reports their contents only in
 * messages that change between versions.
 */
final class TlsRecordSniffer {
    private static final int HEADER = 5;
    private static final int FIRST_TYPE = 20;
    private static final int LAST_TYPE = 24;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    private static final int TLS_1_2 = 3;

    private boolean foreign;
    private @Nullable Integer alert;
    private @Nullable String oldProtocol;

    /** Reads the start of a record, as far as it has arrived, without consuming it. */
    void record(ByteBuffer bytes) {
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
