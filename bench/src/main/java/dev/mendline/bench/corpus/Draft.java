package dev.mendline.bench.corpus;

/** Line under construction, with the log's clock and the wrapped text. Not thread-safe. */
final class Draft {
    private static final int DAYS = 28;

    private final Dice dice;
    private final StringBuilder line = new StringBuilder(512);
    private long millis;
    private String level = "";
    private String message = "";

    Draft(Dice dice) {
        this.dice = dice;
    }

    Dice dice() {
        return dice;
    }

    void add(String text) {
        line.append(text);
    }

    void add(int number) {
        line.append(number);
    }

    void add(char figure) {
        line.append(figure);
    }

    void addTime() {
        millis += dice.below(12);
        long seconds = millis / 1_000;
        line.append("2026-11-");
        pad(1 + (int) (seconds / 86_400 % DAYS), 10);
        line.append('T');
        pad((int) (seconds / 3_600 % 24), 10);
        line.append(':');
        pad((int) (seconds / 60 % 60), 10);
        line.append(':');
        pad((int) (seconds % 60), 10);
        line.append('.');
        pad((int) (millis % 1_000), 100);
        line.append('Z');
    }

    private void pad(int number, int upTo) {
        for (int size = upTo; size > 1 && number < size; size /= 10) {
            line.append('0');
        }
        line.append(number);
    }

    void addLevel() {
        line.append(level);
    }

    void addMessage() {
        line.append(message);
    }

    /** Adds the text quoted for JSON; the grammar contains no other characters to escape. */
    void addQuoted() {
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\');
            }
            line.append(c);
        }
    }

    /** Writes a text with a level into a wrapper. */
    void wrap(Form text, Form itsLevel, Form wrapper) {
        text.write(this);
        message = text();
        clear();
        itsLevel.write(this);
        level = text();
        clear();
        wrapper.write(this);
    }

    StringBuilder line() {
        return line;
    }

    String text() {
        return line.toString();
    }

    void clear() {
        line.setLength(0);
    }
}
