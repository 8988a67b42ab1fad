package dev.mendline.bench.corpus;

import dev.mendline.bench.corpus.Grammar.Form;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Line under construction, with the log's clock and the wrapped text. Not thread-safe. */
final class LineBuilder {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    private final SeededRandom random;
    private final StringBuilder line = new StringBuilder(512);
    private LocalDateTime time = LocalDateTime.of(2026, 11, 1, 0, 0);
    private String level = "";
    private String message = "";

    LineBuilder(SeededRandom random) {
        this.random = random;
    }

    SeededRandom random() {
        return random;
    }

    void add(String text) {
        line.append(text);
    }

    void add(char figure) {
        line.append(figure);
    }

    void addTime() {
        time = time.plus(random.below(12), ChronoUnit.MILLIS);
        TIME.formatTo(time, line);
    }

    void addLevel() {
        line.append(level);
    }

    void addMessage() {
        line.append(message);
    }

    /** Adds the message quoted for JSON; the grammar contains no other characters to escape. */
    void addQuoted() {
        line.append(message.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    /** Returns a text with new values. */
    String text(Form form) {
        line.setLength(0);
        form.write(this);
        return line.toString();
    }

    /** Returns a message with a level in a wrapper. */
    String wrapped(Form messageForm, Form levelForm, Form wrapper) {
        message = text(messageForm);
        level = text(levelForm);
        return text(wrapper);
    }
}
