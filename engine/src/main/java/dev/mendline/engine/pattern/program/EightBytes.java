package dev.mendline.engine.pattern.program;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Access to eight bytes of an array as one number, little-endian. */
public final class EightBytes {
    static final int COUNT = 8;
    static final long ONES = 0x0101010101010101L;
    /** The highest bit of each byte. */
    static final long TOPS = 0x8080808080808080L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private EightBytes() {}

    static long at(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /** Returns true if all bytes of {@code bytes[from, to)} are ASCII. */
    public static boolean areAscii(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + COUNT <= to; at += COUNT) {
            if ((at(bytes, at) & TOPS) != 0) {
                return false;
            }
        }
        int rest = 0;
        for (; at < to; at++) {
            rest |= bytes[at];
        }
        return rest >= 0;
    }
}
