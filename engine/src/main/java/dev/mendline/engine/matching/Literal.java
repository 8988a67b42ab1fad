package dev.mendline.engine.matching;

/**
 * What is looked for in a text: one or more characters of ASCII.
 *
 * @param ignoreCase whether the 26 letters of ASCII are found in either case
 */
public record Literal(String text, boolean ignoreCase) {
    private static final int ASCII = 0x80;

    public Literal {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("nothing to look for");
        }
        if (text.chars().anyMatch(c -> c >= ASCII)) {
            throw new IllegalArgumentException("not ASCII: " + text);
        }
    }
}
