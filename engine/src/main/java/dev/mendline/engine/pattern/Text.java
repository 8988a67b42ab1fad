package dev.mendline.engine.pattern;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A text that patterns are tried on: a byte for each character, ASCII as it is. Everything else is one and the same byte,
 * for no pattern that runs here asks which it is.
 */
public final class Text {
    private static final byte OTHER = (byte) 0x80;

    /** Characters that RE2 takes for a k and an s where case is ignored. */
    private static final char KELVIN = '\u212a';

    private static final char LONG_S = '\u017f';

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final @Nullable String source;
    private final boolean isPlain;

    private Text(byte[] bytes, int from, int to, @Nullable String source, boolean isPlain) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.source = source;
        this.isPlain = isPlain;
    }

    /** A byte for each {@code char}, so that places are the same in both. */
    public static Text of(String text) {
        byte[] bytes = new byte[text.length()];
        boolean isPlain = true;
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            bytes[i] = c < 0x80 ? (byte) c : OTHER;
            isPlain &= c < 0x80 || !(c == KELVIN || c == LONG_S || Character.isSurrogate(c));
        }
        return new Text(bytes, 0, bytes.length, text, isPlain);
    }

    /**
     * ASCII is used where it lies, so the bytes must stay as they are. Anything else is decoded first, and its places
     * begin at 0.
     */
    public static Text of(byte[] utf8, int from, int to) {
        if (!Octets.areAscii(utf8, from, to)) {
            return of(new String(utf8, from, to - from, StandardCharsets.UTF_8));
        }
        return new Text(utf8, from, to, null, true);
    }

    /** Shared, not to be written to. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the text begins in the bytes. */
    public int from() {
        return from;
    }

    /** Where it ends, exclusive. */
    public int to() {
        return to;
    }

    /** Whether each {@code char} is a character, and none of them is a letter of ASCII in disguise. */
    public boolean isPlain() {
        return isPlain;
    }

    /** All of it. */
    @Override
    public String toString() {
        return source != null ? source : substring(from, to);
    }

    /** What lies between two places of the bytes. */
    public String substring(int first, int end) {
        return source != null
                ? source.substring(first, end)
                : new String(bytes, first, end - first, StandardCharsets.US_ASCII);
    }
}
