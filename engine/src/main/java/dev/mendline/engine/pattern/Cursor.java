package dev.mendline.engine.pattern;

/** A place in an expression that is being read. Once lost it is at the end, and what was read means nothing. */
final class Cursor {
    private final String expression;
    private int at;
    private boolean isLost;

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

    /** The character here, which is passed; 0 at the end, where there is none. */
    int next() {
        return hasMore() ? expression.charAt(at++) : lose(0);
    }

    /** What stands before a character that must follow; both are passed. */
    String until(char end) {
        int stop = expression.indexOf(end, at);
        if (stop < 0) {
            lose();
            return "";
        }
        String words = expression.substring(at, stop);
        at = stop + 1;
        return words;
    }

    /** What is quoted up to {@code \E} or the end. */
    String quoted() {
        int stop = expression.indexOf("\\E", at);
        String words = expression.substring(at, stop < 0 ? expression.length() : stop);
        at += words.length() + (stop < 0 ? 0 : 2);
        return words;
    }

    String rest() {
        return expression.substring(at);
    }

    Node lose() {
        isLost = true;
        at = expression.length();
        return new Node.Empty();
    }

    private int lose(int value) {
        lose();
        return value;
    }

    boolean isLost() {
        return isLost;
    }
}
