package dev.mendline.engine.pattern;

import dev.mendline.engine.pattern.program.Backtracker;
import dev.mendline.engine.pattern.program.EightBytes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text to search: one byte per character. ASCII characters are stored as they are; all other characters are stored as the
 * same byte, because compiled patterns do not distinguish them. Not thread-safe: the searches in a text share memory.
 */
public final class Text {
    private static final byte OTHER = (byte) 0x80;

    /** Kelvin sign, which RE2 treats as a k if case is ignored. */
    private static final char KELVIN = '\u212a';

    /** Long s, which RE2 treats as an s if case is ignored. */
    private static final char LONG_S = '\u017f';

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final @Nullable String source;
    private final boolean isPlain;
    private @Nullable Backtracker backtracker;

    private Text(byte[] bytes, int from, int to, @Nullable String source, boolean isPlain) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.source = source;
        this.isPlain = isPlain;
    }

    /** Returns a text with one byte per {@code char}, so that positions are the same in both. */
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
     * Returns a text of UTF-8 bytes. ASCII is not copied, so the bytes must not change afterwards. Other text is decoded,
     * and its positions start at 0.
     */
    public static Text of(byte[] utf8, int from, int to) {
        if (!EightBytes.areAscii(utf8, from, to)) {
            return of(new String(utf8, from, to - from, StandardCharsets.UTF_8));
        }
        return new Text(utf8, from, to, null, true);
    }

    /** Returns the bytes without copying them; do not modify them. */
    public byte[] bytes() {
        return bytes;
    }

    public int from() {
        return from;
    }

    /** Returns the end of the text in the bytes, exclusive. */
    public int to() {
        return to;
    }

    /** Returns true if compiled patterns can search the text: it has no surrogates and no special case folding. */
    boolean isPlain() {
        return isPlain;
    }

    /** Returns the backtracker of this text, which keeps its arrays from one search to the next. */
    Backtracker backtracker() {
        if (backtracker == null) {
            backtracker = new Backtracker();
        }
        return backtracker;
    }

    @Override
    public String toString() {
        return source != null ? source : substring(from, to);
    }

    /** Returns the text between two positions of the bytes. */
    public String substring(int first, int end) {
        return source != null
                ? source.substring(first, end)
                : new String(bytes, first, end - first, StandardCharsets.US_ASCII);
    }
}
