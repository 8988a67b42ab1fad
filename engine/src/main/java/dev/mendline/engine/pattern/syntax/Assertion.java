package dev.mendline.engine.pattern.syntax;

/** Zero-width assertion: a condition on a position between two characters. */
public enum Assertion {
    TEXT_START,
    TEXT_END,
    WORD_BOUNDARY,
    NO_WORD_BOUNDARY;

    private static final boolean[] WORD = ByteSet.WORDS.table();

    /** Returns true if the assertion holds at a position of the text {@code bytes[from, to)}. */
    public boolean holds(byte[] bytes, int from, int to, int at) {
        return switch (this) {
            case TEXT_START -> at == from;
            case TEXT_END -> at == to;
            case WORD_BOUNDARY -> isWord(bytes, from, to, at - 1) != isWord(bytes, from, to, at);
            case NO_WORD_BOUNDARY -> isWord(bytes, from, to, at - 1) == isWord(bytes, from, to, at);
        };
    }

    private static boolean isWord(byte[] bytes, int from, int to, int at) {
        return at >= from && at < to && WORD[bytes[at] & 0xff];
    }
}
