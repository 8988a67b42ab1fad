package dev.mendline.engine.recognition;

/** The ends of the line in which a place stands, looked for within a reach, so that a text of one line costs no more. */
final class Lines {
    private Lines() {}

    /** Where the line begins, or {@code reach} characters before the place. */
    static int start(String text, int at, int reach) {
        int limit = Math.max(0, at - reach);
        for (int i = at; i > limit; i--) {
            if (text.charAt(i - 1) == '\n') {
                return i;
            }
        }
        return limit;
    }

    /** Where the line ends, exclusive, or {@code reach} characters after the place. */
    static int end(String text, int at, int reach) {
        int limit = Math.min(text.length(), at + reach);
        for (int i = at; i < limit; i++) {
            if (text.charAt(i) == '\n') {
                return i;
            }
        }
        return limit;
    }
}
