package dev.mendline.ingest;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Prefixes of unknown form. One is learned if a line of a stack trace has, up to its digits, the same head as the line
 * before the trace; it then counts before any line.
 */
final class SharedPrefixes {
    private static final int MAX_PREFIXES = 32;
    private static final int MIN_LENGTH = 2;
    private static final int MAX_LENGTH = 160;
    private static final String DELIMITERS = " \t|:]>)";

    private final Deque<String> learned = new ArrayDeque<>();

    /** Returns the length of a learned prefix of the line; 0 if it has none. */
    int end(String line) {
        for (String prefix : learned) {
            int end = end(prefix, line);
            if (end > 0) {
                return end;
            }
        }
        return 0;
    }

    /** Returns the stream of lines with a prefix: the prefix without its numbers. */
    static String stream(String prefix) {
        return prefix.replaceAll("\\d+", "0");
    }

    /**
     * Learns the prefix that the first line of an event shares with a line of its trace.
     *
     * @return length of the prefix in the line of the trace; 0 if there is none
     */
    int learn(String first, String line) {
        int end = 0;
        for (int length = MIN_LENGTH; length < Math.min(line.length(), MAX_LENGTH); length++) {
            if (DELIMITERS.indexOf(line.charAt(length - 1)) >= 0
                    && line.substring(0, length).chars().anyMatch(Character::isLetterOrDigit)
                    && Continuation.IN_TRACE
                            .matcher(line)
                            .region(length, line.length())
                            .lookingAt()
                    && end(line.substring(0, length), first) > 0) {
                end = length;
            }
        }
        if (end > 0) {
            learned.addFirst(line.substring(0, end));
            if (learned.size() > MAX_PREFIXES) {
                learned.removeLast();
            }
        }
        return end;
    }

    /** Returns the position in the line after a prefix; runs of digits are equal. */
    private static int end(String prefix, String line) {
        int at = 0;
        int in = 0;
        while (at < prefix.length()) {
            if (in == line.length()) {
                return 0;
            }
            boolean isDigit = isDigit(prefix, at);
            if (isDigit != isDigit(line, in) || (!isDigit && prefix.charAt(at) != line.charAt(in))) {
                return 0;
            }
            at = isDigit ? afterDigits(prefix, at) : at + 1;
            in = isDigit ? afterDigits(line, in) : in + 1;
        }
        return in;
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int afterDigits(String text, int at) {
        int end = at;
        while (end < text.length() && isDigit(text, end)) {
            end++;
        }
        return end;
    }
}
