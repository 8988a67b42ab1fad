package dev.mendline.engine.recognition;

/** Search for the start and end of a line, limited in reach so that a very long line costs no more. */
final class Lines {
    private Lines() {}

    /** Returns the start of the line, or the position {@code reach} characters before. */
    static int start(String text, int at, int reach) {
        int limit = Math.max(0, at - reach);
        for (int i = at; i > limit; i--) {
            if (text.charAt(i - 1) == '\n') {
                return i;
            }
        }
        return limit;
    }

    /** Returns the exclusive end of the line, or the position {@code reach} characters after. */
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
