package dev.mendline.engine.recognition;

import com.google.re2j.Pattern;
import java.util.List;

/** Normalizer of texts: removes terminal colors and frames around tracebacks, and resolves JSON escapes. */
final class TextNormalizer {
    /** CSI sequences (ECMA-48), as one character or with the escape written out by syslog or terminals. */
    private static final Pattern COLOUR = Pattern.compile(
            "(?:(?:\u001b|\\\\u001[bB]|\\\\x1[bB]|\\\\033|\\\\e|#033|\\^\\[|␛)\\[|\u009b)[0-9;?]*[A-Za-z]");

    /** Maximum nesting of JSON strings that are resolved. */
    private static final int MAX_NESTING = 3;

    /** Range of terminal widths, in columns. */
    private static final int MIN_WIDTH = 60;

    private static final int MAX_WIDTH = 240;
    /** Number of equal leading characters that make two lines similar. */
    private static final int ALIKE = 6;

    /** Escapes whose removal joins no words. */
    private static final String PLAIN_ESCAPES = "\"\\/'t";

    private TextNormalizer() {}

    /** Returns the normalized text; a text without anything to remove costs one check per character. */
    static String of(String raw) {
        String text = hasColour(raw) ? COLOUR.matcher(raw).replaceAll("") : raw;
        text = hasFrame(text) ? withoutFrames(text) : text;
        for (int i = 0; i < MAX_NESTING && isEscaped(text); i++) {
            text = unescaped(text);
        }
        return unwrapped(text);
    }

    /** Joins lines that a terminal broke at its width: all are equally long except the last of a paragraph. */
    private static String unwrapped(String text) {
        if (text.indexOf('\n') < 0) {
            return text;
        }
        List<String> lines = text.lines().toList();
        int width = lines.stream().mapToInt(String::length).max().orElse(0);
        long whole = lines.stream().filter(line -> line.length() == width).count();
        if (width < MIN_WIDTH || width > MAX_WIDTH || whole < 2 || 2 * whole < lines.size()) {
            return text;
        }
        StringBuilder joined = new StringBuilder(text.length());
        for (int i = 0; i < lines.size(); i++) {
            boolean isBroken = lines.get(i).length() == width
                    && i + 1 < lines.size()
                    && isContinued(lines.get(i), lines.get(i + 1));
            joined.append(lines.get(i)).append(isBroken ? "" : "\n");
        }
        return joined.toString();
    }

    /** Returns true unless the next line is similar to this one, or starts a stack frame or cause. */
    private static boolean isContinued(String line, String next) {
        String bare = next.stripLeading();
        return !bare.isEmpty()
                && !next.startsWith("\t")
                && !next.startsWith("  ")
                && !bare.startsWith("at ")
                && !bare.startsWith("Caused by")
                && !line.regionMatches(0, next, 0, Math.min(ALIKE, next.length()));
    }

    /**
     * Returns true if normalizing could change the text of raw bytes: colors, frames, invisible characters, escapes
     * other than quotes, or lines that a terminal may have broken. If false, the bytes contain the normalized text.
     */
    static boolean mayDisguise(byte[] raw) {
        for (int i = 0; i < raw.length; i++) {
            byte b = raw[i];
            if ((b < ' ' && b != '\t') || b == 0x7f) {
                return true;
            }
            byte next = i + 1 < raw.length ? raw[i + 1] : 0;
            boolean isEscape = b == '\\' && PLAIN_ESCAPES.indexOf(next) < 0;
            if (isEscape || (b == '^' && next == '[') || (b == '#' && next == '0')) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasColour(String text) {
        return text.indexOf('\u001b') >= 0
                || text.indexOf('\u009b') >= 0
                || text.indexOf('␛') >= 0
                || text.contains("^[[")
                || text.contains("#033[")
                || (text.indexOf('\\') >= 0
                        && (text.contains("\\u001")
                                || text.contains("\\x1")
                                || text.contains("\\033[")
                                || text.contains("\\e[")));
    }

    /** Returns true for box drawing characters (Unicode 2500–257F). */
    private static boolean isBox(int c) {
        return c >= 0x2500 && c <= 0x257f;
    }

    /** Returns true for invisible characters, which can hide words from patterns. */
    private static boolean isInvisible(int c) {
        return c != '\n'
                && c != '\t'
                && (Character.isISOControl(c) || (c >= 0x80 && Character.getType(c) == Character.FORMAT));
    }

    private static boolean hasFrame(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isFrame(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFrame(int c) {
        return isBox(c) || isInvisible(c);
    }

    private static String withoutFrames(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                if (i + 1 < text.length() && text.charAt(i + 1) != '\n') {
                    clean.append('\n');
                }
            } else if (isBox(c)) {
                clean.append(' ');
            } else if (!isInvisible(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /**
     * Returns true if the text contains escapes. A lone backslash may be a Windows path; one before a quote or before
     * the n of a stack trace is an escape.
     */
    private static boolean isEscaped(String text) {
        return text.indexOf('\\') >= 0
                && (text.contains("\\\"")
                        || text.contains("\\n\\t")
                        || text.contains("\\n ")
                        || text.contains("\\r\\n")
                        || text.contains("\\n\\n")
                        || text.contains("\\\\n")
                        || text.contains("\\nCaused by")
                        || text.contains("\\u00"));
    }

    private static String unescaped(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                clean.append(c);
                i++;
            } else {
                i += escape(text, i, clean);
            }
        }
        return clean.toString();
    }

    /** Appends one resolved escape (RFC 8259, section 7) and returns its length in the text. */
    private static int escape(String text, int at, StringBuilder clean) {
        char c = text.charAt(at + 1);
        switch (c) {
            case 'n' -> clean.append('\n');
            case 't' -> clean.append('\t');
            case 'r', 'b', 'f' -> clean.append(' ');
            case '"', '\\', '/', '\'' -> clean.append(c);
            case 'u' -> {
                int code = at + 6 <= text.length() ? hexadecimal(text, at + 2) : -1;
                if (code >= 0) {
                    clean.append(code < ' ' && code != '\n' && code != '\t' ? ' ' : (char) code);
                    return 6;
                }
                clean.append('\\').append(c);
            }
            default -> clean.append('\\').append(c);
        }
        return 2;
    }

    private static int hexadecimal(String text, int from) {
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
