package dev.mendline.engine.matching;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Four consecutive bytes of a text as one number, with bit 0x20 of each set: the cheapest folding of case there is. It
 * also makes some characters alike that are not ({@code [} and <code>{</code>, {@code @} and the grave accent), so a
 * gram only ever says where it is worth looking.
 */
final class Gram {
    static final int LENGTH = 4;

    private static final VarHandle FOUR_BYTES =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int FOLD = 0x20202020;
    private static final int FOLDED = 0x20;

    private Gram() {}

    /** The gram at a position, of which {@code position + 4} is not beyond the array. */
    static int at(byte[] text, int position) {
        return (int) FOUR_BYTES.get(text, position) | FOLD;
    }

    /** The gram of four bytes, the first of them in the text first. */
    static int of(int first, int second, int third, int fourth) {
        return (first & 0xff) | (second & 0xff) << 8 | (third & 0xff) << 16 | fourth << 24 | FOLD;
    }

    /** The four characters as folding leaves them, but an underscore for what folding makes of it, which shows nowhere. */
    static String text(int gram) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int value = (gram >>> (8 * i)) & 0xff;
            text.append(value == ('_' | FOLDED) ? '_' : (char) value);
        }
        return text.toString();
    }

    /** Whether folding leaves a byte as it is, so that grams hold it. */
    static boolean holds(int value) {
        return (value & FOLDED) != 0;
    }
}
