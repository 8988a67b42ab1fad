package dev.mendline.engine.matching;

/**
 * String to find in a text: one or more ASCII characters.
 *
 * @param ignoreCase true if ASCII letters match in either case
 */
public record Literal(String text, boolean ignoreCase) {
    private static final int ASCII = 0x80;

    public Literal {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("empty literal");
        }
        if (text.chars().anyMatch(c -> c >= ASCII)) {
            throw new IllegalArgumentException("not ASCII: " + text);
        }
    }
}
