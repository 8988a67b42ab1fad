package dev.mendline.bench.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sections of {@code grammar.txt}, whose format is described there, with the log's clock. A form of a section is a text
 * with places that are filled again each time. Not thread-safe.
 */
final class Grammar {
    private static final Pattern HEADING = Pattern.compile("\\[([a-z-]+)(?: ([0-9]+))?]");
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]+)}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    private final Map<String, List<Supplier<String>>> sections = new HashMap<>();
    private final SeededRandom random;
    private LocalDateTime time = LocalDateTime.of(2026, 11, 1, 0, 0);
    private String level = "";
    private String message = "";

    /** Reads the grammar; its fixed values are chosen at random. */
    Grammar(SeededRandom random) {
        this.random = random;
        try (InputStream in = Objects.requireNonNull(Grammar.class.getResourceAsStream("grammar.txt"))) {
            read(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(List<String> lines) {
        List<Supplier<String>> section = List.of();
        int picks = 0;
        for (String line : lines) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                section = new ArrayList<>();
                sections.put(heading.group(1), section);
                picks = heading.group(2) == null ? 0 : Integer.parseInt(heading.group(2));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                Supplier<String> form = form(line);
                if (picks == 0) {
                    section.add(form);
                }
                for (int i = 0; i < picks; i++) {
                    section.add(text(form.get()));
                }
            }
        }
    }

    private Supplier<String> form(String line) {
        List<Supplier<String>> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(line);
        int at = 0;
        while (place.find()) {
            parts.add(text(line.substring(at, place.start())));
            parts.add(place(place.group(1)));
            at = place.end();
        }
        parts.add(text(line.substring(at)));
        return () -> parts.stream().map(Supplier::get).collect(Collectors.joining());
    }

    private Supplier<String> place(String place) {
        int space = place.indexOf(' ');
        String name = space < 0 ? place : place.substring(0, space);
        String rest = place.substring(space + 1);
        return switch (name) {
            case "one" -> oneOf(Stream.of(rest.split("\\|")).map(Grammar::text).toList());
            case "below" -> () -> Integer.toString(random.below(Integer.parseInt(rest)));
            case "digits" -> () -> figures(Integer.parseInt(rest), 10);
            case "hex" -> () -> figures(Integer.parseInt(rest), 16);
            case "time" -> this::nextTime;
            case "level" -> () -> level;
            case "message" -> () -> message;
            // The grammar contains no other characters that JSON escapes.
            case "quoted" -> () -> message.replace("\\", "\\\\").replace("\"", "\\\"");
            default -> oneOf(section(name));
        };
    }

    private static Supplier<String> text(String text) {
        return () -> text;
    }

    private Supplier<String> oneOf(List<Supplier<String>> forms) {
        return () -> random.of(forms).get();
    }

    private String figures(int count, int base) {
        StringBuilder figures = new StringBuilder();
        for (int i = 0; i < count; i++) {
            figures.append(Character.forDigit(random.below(base), base));
        }
        return figures.toString();
    }

    private String nextTime() {
        time = time.plus(random.below(12), ChronoUnit.MILLIS);
        return TIME.format(time);
    }

    /** Returns the forms of a section, which must be defined above its first use. */
    List<Supplier<String>> section(String name) {
        List<Supplier<String>> forms = sections.get(name);
        if (forms == null) {
            throw new IllegalArgumentException("the grammar has no section [" + name + "] so far");
        }
        return forms;
    }

    /** Returns a message with a level in a wrapper. */
    String wrapped(Supplier<String> messageForm, Supplier<String> levelForm, Supplier<String> wrapper) {
        message = messageForm.get();
        level = levelForm.get();
        return wrapper.get();
    }
}
