package dev.mendline.engine.pattern;

import java.nio.charset.StandardCharsets;

/** stub. */
public final class Text {
    private final String text;
    private final byte[] bytes;

    private Text(String text) {
        this.text = text;
        this.bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (text.charAt(i) < 0x80 ? text.charAt(i) : 0x80);
        }
    }

    /** stub. */
    public static Text of(String text) {
        return new Text(text);
    }

    /** stub. */
    public static Text of(byte[] utf8, int from, int to) {
        return new Text(new String(utf8, from, to - from, StandardCharsets.UTF_8));
    }

    public byte[] bytes() {
        return bytes;
    }

    public int from() {
        return 0;
    }

    public int to() {
        return bytes.length;
    }

    public boolean isPlain() {
        return false;
    }

    @Override
    public String toString() {
        return text;
    }

    public String substring(int from, int to) {
        return text.substring(from, to);
    }
}
