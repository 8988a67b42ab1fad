package dev.mendline.engine.pattern;

/** A place between two characters. */
enum Place {
    BEGIN {
        @Override
        boolean isAt(Run run, int at) {
            return at == run.from();
        }
    },
    END {
        @Override
        boolean isAt(Run run, int at) {
            return at == run.to();
        }
    },
    WORD_EDGE {
        @Override
        boolean isAt(Run run, int at) {
            return isWord(run, at - 1) != isWord(run, at);
        }
    },
    NO_WORD_EDGE {
        @Override
        boolean isAt(Run run, int at) {
            return isWord(run, at - 1) == isWord(run, at);
        }
    };

    private static final boolean[] WORDS = ByteSet.WORDS.table();

    abstract boolean isAt(Run run, int at);

    private static boolean isWord(Run run, int at) {
        return at >= run.from() && at < run.to() && WORDS[run.bytes()[at] & 0xff];
    }
}
