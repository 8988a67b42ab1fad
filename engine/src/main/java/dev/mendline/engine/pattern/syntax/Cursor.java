package dev.mendline.engine.pattern.syntax;

/** Position of a parser in an expression. After a failure it is at the end, and the result of the parser is invalid. */
final class Cursor {
    private final String expression;
    private int at;
    private boolean hasFailed;

    Cursor(String expression) {
        this.expression = expression;
    }

    boolean hasMore() {
        return at < expression.length();
    }

    boolean isAt(String words) {
        return expression.startsWith(words, at);
    }

    boolean skip(String words) {
        boolean isThere = isAt(words);
        at += isThere ? words.length() : 0;
        return isThere;
    }

    /** Reads a character. At the end it fails and returns 0. */
    int next() {
        return hasMore() ? expression.charAt(at++) : fail(0);
    }

    /** Reads up to a character that must follow, and skips that character. */
    String until(char end) {
        int stop = expression.indexOf(end, at);
        if (stop < 0) {
            fail();
            return "";
        }
        String words = expression.substring(at, stop);
        at = stop + 1;
        return words;
    }

    /** Reads quoted characters up to {@code \E} or the end. */
    String quoted() {
        int stop = expression.indexOf("\\E", at);
        String words = expression.substring(at, stop < 0 ? expression.length() : stop);
        at += words.length() + (stop < 0 ? 0 : 2);
        return words;
    }

    String rest() {
        return expression.substring(at);
    }

    void fail() {
        hasFailed = true;
        at = expression.length();
    }

    private int fail(int value) {
        fail();
        return value;
    }

    boolean hasFailed() {
        return hasFailed;
    }
}
