package dev.mendline.engine.pattern;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time, the first in the lowest bits. */
final class Octets {
    static final int COUNT = 8;
    static final long ONES = 0x0101010101010101L;
    static final long TOPS = 0x8080808080808080L;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Octets() {}

    static long at(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    static boolean areAscii(byte[] bytes, int from, int to) {
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
