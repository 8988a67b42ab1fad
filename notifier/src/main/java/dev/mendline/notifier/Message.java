package dev.mendline.notifier;

import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An incident as people read it, the same for every channel. Whatever it is made of, its texts are single lines without
 * control or invisible characters, and all of them together stay below 10,000 characters.
 *
 * @param headline severity, what is ill, and how it stands
 * @param verdict how sure it is, in plain words: {@code Confirmed}, {@code Could not tell}, …
 * @param summary what is wrong, in a sentence or two
 * @param why the evidence that carries the verdict; may be empty
 * @param notes who has it, what it belongs to, what else is in question; at most {@value #MAX_NOTES}
 * @param steps what to do, in order, a command on a line of its own below its sentence; at most {@value #MAX_STEPS}
 * @param fields facts at a glance; at most {@value #MAX_FIELDS}
 * @param evidence one line per probe, what failed first; at most {@value #MAX_EVIDENCE}
 * @param quote one log text, redacted
 * @param footer what to look it up by
 */
public record Message(
        String incident,
        int revision,
        Incident.State state,
        Severity severity,
        String headline,
        String verdict,
        String summary,
        String why,
        List<String> notes,
        List<String> steps,
        List<Field> fields,
        List<String> evidence,
        @Nullable Quote quote,
        List<Link> links,
        String footer) {
    static final int MAX_NOTES = 5;
    static final int MAX_STEPS = 10;
    static final int MAX_FIELDS = 6;
    static final int MAX_EVIDENCE = 7;
    static final int MAX_LINKS = 4;
    private static final int LINE = 150;
    private static final int STEP = 480;

    /**
     * A fact at a glance.
     *
     * @param essence what of it counts when two messages are compared: a count that grows by one is no news
     */
    public record Field(String label, String value, String essence) {
        public Field {
            label = Inert.of(label, 20);
            value = Inert.of(value, 200);
        }

        static Field of(String label, String value) {
            return new Field(label, value, value);
        }
    }

    /** Somebody else's words, and who said them when. */
    public record Quote(String caption, String text) {
        public Quote {
            caption = Inert.of(caption, 100);
            text = Inert.of(text, 300);
        }
    }

    /** A page to read. */
    public record Link(String title, String url) {
        public Link {
            title = Inert.of(title, 80);
            url = Inert.of(url, 200);
        }
    }

    public Message {
        incident = Inert.of(incident, 100);
        headline = Inert.of(headline, LINE);
        verdict = Inert.of(verdict, 50);
        summary = Inert.of(summary, 650);
        why = Inert.of(why, 400);
        notes = lines(notes, MAX_NOTES, LINE);
        steps = steps.stream()
                .map(Message::step)
                .filter(step -> !step.isEmpty())
                .limit(MAX_STEPS)
                .toList();
        fields = fields.stream().limit(MAX_FIELDS).toList();
        evidence = lines(evidence, MAX_EVIDENCE, 300);
        links = links.stream().limit(MAX_LINKS).toList();
        footer = Inert.of(footer, 250);
    }

    private static List<String> lines(List<String> texts, int count, int max) {
        return texts.stream()
                .map(text -> Inert.of(text, max))
                .filter(text -> !text.isEmpty())
                .limit(count)
                .toList();
    }

    /** A sentence, and commands on lines of their own below it. */
    private static String step(String text) {
        String lines = text.lines()
                .map(line -> Inert.of(line, STEP))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return Inert.cut(lines, STEP);
    }

    /** Renders an incident; the same incident gives the same message. */
    public static Message of(Incident incident) {
        return new Rendering(incident).message();
    }

    /** Verdict, why, what to do and where to read on, laid out for a terminal: for who has seen the rest. */
    public String advice(boolean colour) {
        return new TerminalLayout(colour).advice(this);
    }

    /** What stands above the steps: an ended incident asks for nothing now. */
    String stepsHeading() {
        return state == Incident.State.OPEN ? "What to do" : "If it comes back";
    }

    /**
     * Equal for messages that tell a reader the same: revision, catalog, growing counts and the choice of the quoted
     * sample do not count. 32 hexadecimal digits of SHA-256.
     */
    String digest() {
        List<Object> told = List.of(
                headline,
                verdict,
                summary,
                why,
                notes,
                steps,
                fields.stream().flatMap(f -> Stream.of(f.label(), f.essence())).toList(),
                evidence,
                links);
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(Json.text(told).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
