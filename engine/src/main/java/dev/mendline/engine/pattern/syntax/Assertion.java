package dev.mendline.engine.pattern.syntax;

/** Zero-width assertion: a condition on a position between two characters. */
public enum Assertion {
    TEXT_START {
        @Override
        public boolean holds(byte[] bytes, int from, int to, int at) {
            return at == from;
        }
    },
    TEXT_END {
        @Override
        public boolean holds(byte[] bytes, int from, int to, int at) {
            return at == to;
        }
    },
    WORD_BOUNDARY {
        @Override
        public boolean holds(byte[] bytes, int from, int to, int at) {
            return isWord(bytes, from, to, at - 1) != isWord(bytes, from, to, at);
        }
    },
    NO_WORD_BOUNDARY {
        @Override
        public boolean holds(byte[] bytes, int from, int to, int at) {
            return isWord(bytes, from, to, at - 1) == isWord(bytes, from, to, at);
        }
    };

    private static final boolean[] WORD = ByteSet.WORDS.table();

    /** Returns true if the assertion holds at a position of the text {@code bytes[from, to)}. */
    public abstract boolean holds(byte[] bytes, int from, int to, int at);

    private static boolean isWord(byte[] bytes, int from, int to, int at) {
        return at >= from && at < to && WORD[bytes[at] & 0xff];
    }
}
