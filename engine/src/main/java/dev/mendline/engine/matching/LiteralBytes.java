package dev.mendline.engine.matching;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of a literal, in lower case if it ignores case. */
final class LiteralBytes {
    private static final int CASE = 0x20;

    private final byte[] bytes;
    private final boolean ignoreCase;

    LiteralBytes(Literal literal) {
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

    /** Returns the gram that begins {@code offset} bytes after the start of the literal. */
    int gram(int offset) {
        return Gram.at(bytes, offset);
    }

    /** Returns true if the literal occurs at a position of {@code text[from, to)}. */
    boolean occursAt(byte[] text, int position, int from, int to) {
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
