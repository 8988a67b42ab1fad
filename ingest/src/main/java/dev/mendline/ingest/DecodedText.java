package dev.mendline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Text decoded from a limited number of bytes, with the problem found. Malformed bytes are replaced by U+FFFD. */
record DecodedText(String text, @Nullable ReadProblem problem) {
    private static final char REPLACEMENT = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    static DecodedText of(byte[] value, int maxBytes) {
        byte[] kept = value.length > maxBytes ? Arrays.copyOf(value, boundary(value, maxBytes)) : value;
        String text = new String(kept, UTF_8);
        String body = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        if (kept.length < value.length) {
            return new DecodedText(
                    body,
                    new ReadProblem(
                            ReadProblem.TOO_LARGE,
                            "The record has " + value.length + " bytes; the first " + kept.length + " were read."));
        }
        int malformed = text.indexOf(REPLACEMENT) < 0 ? -1 : firstMalformed(kept);
        return malformed < 0
                ? new DecodedText(body, null)
                : new DecodedText(
                        body,
                        new ReadProblem(
                                ReadProblem.NOT_UTF8,
                                "Byte " + malformed + " is not UTF-8; such bytes were read as U+FFFD."));
    }

    /** Returns the end of the last whole character before {@code end}. */
    private static int boundary(byte[] value, int end) {
        int at = end;
        while (at > end - 4 && at > 0 && (value[at] & 0xC0) == 0x80) {
            at--;
        }
        return at;
    }

    /** Returns the position at which strict decoding stops; negative if all bytes are valid. */
    private static int firstMalformed(byte[] value) {
        ByteBuffer in = ByteBuffer.wrap(value);
        boolean stopped = UTF_8.newDecoder()
                .decode(in, CharBuffer.allocate(value.length), true)
                .isError();
        return stopped ? in.position() : -1;
    }

    /** Replaces lone surrogates, which cannot be encoded, by U+FFFD. */
    static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? REPLACEMENT : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
