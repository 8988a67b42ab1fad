package dev.mendline.engine.matching;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Gram of four consecutive bytes as one number (a q-gram with q = 4), case folded by setting bit 0x20 of each byte. The
 * folding also equates a few other characters, for example {@code [} and <code>{</code>. So a gram that matches is only a
 * candidate, which is compared with the literal.
 */
final class Gram {
    static final int LENGTH = 4;

    private static final VarHandle FOUR_BYTES =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FOLD = 0x20202020;
    private static final int FOLDED = 0x20;

    private Gram() {}

    /** Returns the gram at a position; {@code position + 4} must not be beyond the end of the array. */
    static int at(byte[] text, int position) {
        return (int) FOUR_BYTES.get(text, position) | FOLD;
    }

    /** Returns the gram of four bytes in the order of the text. */
    static int of(int first, int second, int third, int fourth) {
        return (first & 0xff) | (second & 0xff) << 8 | (third & 0xff) << 16 | fourth << 24 | FOLD;
    }

    /** Returns true for a byte that folding leaves as it is; only such bytes occur in grams. */
    static boolean isFolded(int value) {
        return (value & FOLDED) != 0;
    }
}
