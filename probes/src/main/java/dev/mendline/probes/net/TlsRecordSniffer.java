package dev.mendline.probes.net;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What the peer said before encryption began, read from its own records (RFC 8446 section 5.1). The JDK hides it in
 * words that change with its version.
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

    /** Looks at the beginning of a record, as much as there is of it, and moves nothing. */
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

    /** Whether something came that is no TLS. */
    boolean foreign() {
        return foreign;
    }

    /** The last alert; null when none came in plain. */
    @Nullable
    Integer alert() {
        return alert;
    }

    /** What the peer chose when that is older than TLS 1.2; else null. */
    @Nullable
    String oldProtocol() {
        return oldProtocol;
    }
}
