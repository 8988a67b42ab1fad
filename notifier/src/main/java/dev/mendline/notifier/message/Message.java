package dev.mendline.notifier.message;

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
 * Rendered incident, the same for every channel. All texts are single lines without control or invisible characters,
 * except that a step may have commands on lines of their own. All texts together have fewer than 10,000 characters.
 *
 * @param headline severity, what is affected, state
 * @param steps instructions in order, each with its commands on lines below; at most {@value #MAX_STEPS}
 * @param links pages of the documentation; at most {@value #MAX_LINKS}
 * @param footer id of the incident and version of the catalog
 */
public record Message(
        Subject subject,
        String headline,
        Conclusion conclusion,
        List<String> steps,
        Details details,
        List<Link> links,
        String footer) {
    static final int MAX_NOTES = 5;
    static final int MAX_STEPS = 10;
    static final int MAX_FIELDS = 6;
    static final int MAX_EVIDENCE = 7;
    static final int MAX_LINKS = 4;
    private static final int LINE = 150;
    private static final int STEP = 480;

    /** Incident that the message shows. */
    public record Subject(String incident, int revision, Incident.State state, Severity severity) {
        public Subject {
            incident = SafeText.of(incident, 100);
        }
    }

    /**
     * Diagnosis in words.
     *
     * @param verdict for example {@code Confirmed} or {@code Inconclusive}
     * @param summary one or two sentences about the cause
     * @param why evidence for the verdict; may be empty
     * @param notes related incidents, operators' actions, other candidates; at most {@value #MAX_NOTES}
     */
    public record Conclusion(String verdict, String summary, String why, List<String> notes) {
        public Conclusion {
            verdict = SafeText.of(verdict, 50);
            summary = SafeText.of(summary, 650);
            why = SafeText.of(why, 400);
            notes = lines(notes, MAX_NOTES, LINE);
        }
    }

    /**
     * Facts behind the diagnosis.
     *
     * @param fields at most {@value #MAX_FIELDS}
     * @param evidence one line per finding, failures first; at most {@value #MAX_EVIDENCE}
     * @param quote one redacted log text
     */
    public record Details(
            List<Field> fields,
            List<String> evidence,
            @Nullable Quote quote) {
        public Details {
            fields = fields.stream().limit(MAX_FIELDS).toList();
            evidence = lines(evidence, MAX_EVIDENCE, 300);
        }
    }

    /**
     * Labelled fact.
     *
     * @param digestValue the part of the value that counts for the digest, so that a growing count causes no edit
     */
    public record Field(String label, String value, String digestValue) {
        public Field {
            label = SafeText.of(label, 20);
            value = SafeText.of(value, 200);
        }

        static Field of(String label, String value) {
            return new Field(label, value, value);
        }
    }

    /** Redacted log text with its service and time. */
    public record Quote(String caption, String text) {
        public Quote {
            caption = SafeText.of(caption, 100);
            text = SafeText.of(text, 300);
        }
    }

    /** Page of the documentation. */
    public record Link(String title, String url) {
        public Link {
            title = SafeText.of(title, 80);
            url = SafeText.of(url, 200);
        }
    }

    public Message {
        headline = SafeText.of(headline, LINE);
        steps = steps.stream()
                .map(Message::step)
                .filter(step -> !step.isEmpty())
                .limit(MAX_STEPS)
                .toList();
        links = links.stream().limit(MAX_LINKS).toList();
        footer = SafeText.of(footer, 250);
    }

    private static List<String> lines(List<String> texts, int count, int max) {
        return texts.stream()
                .map(text -> SafeText.of(text, max))
                .filter(text -> !text.isEmpty())
                .limit(count)
                .toList();
    }

    /** Keeps the line breaks between a sentence and its commands. */
    private static String step(String text) {
        String lines = text.lines()
                .map(line -> SafeText.of(line, STEP))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return SafeText.cut(lines, STEP);
    }

    /** Renders an incident. The same incident gives the same message. */
    public static Message of(Incident incident) {
        return new MessageRenderer(incident).message();
    }

    /** Returns the heading of the steps: an ended incident needs no action now. */
    public String stepsHeading() {
        return subject.state() == Incident.State.OPEN ? "What to do" : "If it reopens";
    }

    /**
     * Returns a digest of the content that readers see: 32 hexadecimal digits of SHA-256. It is equal for messages that
     * differ only in revision, catalog, growing counts and the quoted sample.
     */
    public String digest() {
        List<Object> content = List.of(
                headline,
                conclusion,
                steps,
                details.fields().stream()
                        .flatMap(field -> Stream.of(field.label(), field.digestValue()))
                        .toList(),
                details.evidence(),
                links);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Json.text(content).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
