package dev.mendline.engine.matching;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A literal as bytes, in lower case where it ignores case. */
final class Needle {
    private static final int CASE = 0x20;

    private final byte[] bytes;
    private final boolean ignoreCase;

    Needle(Literal literal) {
        this.ignoreCase = literal.ignoreCase();
        this.bytes = literal.text().getBytes(StandardCharsets.US_ASCII);
        if (ignoreCase) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = lowerCase(bytes[i]);
            }
        }
    }

    private static byte lowerCase(byte value) {
        return value >= 'A' && value <= 'Z' ? (byte) (value | CASE) : value;
    }

    int length() {
        return bytes.length;
    }

    byte at(int offset) {
        return bytes[offset];
    }

    boolean startsWith(byte value) {
        return (ignoreCase ? lowerCase(value) : value) == bytes[0];
    }

    /** The gram that stands {@code offset} bytes after its beginning. */
    int gram(int offset) {
        return Gram.at(bytes, offset);
    }

    /** Whether it stands at a position of {@code text[from, to)}. */
    boolean standsAt(byte[] text, int position, int from, int to) {
        if (position < from || position > to - bytes.length) {
            return false;
        }
        return ignoreCase
                ? equalsIgnoringCase(text, position)
                : Arrays.equals(text, position, position + bytes.length, bytes, 0, bytes.length);
    }

    private boolean equalsIgnoringCase(byte[] text, int position) {
        for (int i = 0; i < bytes.length; i++) {
            if (lowerCase(text[position + i]) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
