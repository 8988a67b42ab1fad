package dev.mendline.bench.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sections of {@code grammar.txt}, whose format is described there. */
final class Grammar {
    private static final Pattern HEADING = Pattern.compile("\\[([a-z-]+)(?: ([0-9]+))?]");
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]+)}");

    /** Form of a part of a line: text with places that are filled again for each line. */
    @FunctionalInterface
    interface Form {
        /** Writes the part with new values. */
        void write(LineBuilder line);
    }

    private final Map<String, List<Form>> sections = new HashMap<>();

    private Grammar() {}

    /** Reads the grammar; its fixed values are chosen at random. */
    static Grammar read(SeededRandom random) {
        Grammar grammar = new Grammar();
        try (InputStream in = Objects.requireNonNull(Grammar.class.getResourceAsStream("grammar.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            grammar.read(text.lines().toList(), new LineBuilder(random));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return grammar;
    }

    private void read(List<String> lines, LineBuilder builder) {
        List<Form> section = List.of();
        int picks = 0;
        for (String line : lines) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                section = new ArrayList<>();
                sections.put(heading.group(1), section);
                picks = heading.group(2) == null ? 0 : Integer.parseInt(heading.group(2));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                Form form = form(line);
                if (picks == 0) {
                    section.add(form);
                }
                for (int i = 0; i < picks; i++) {
                    section.add(text(builder.text(form)));
                }
            }
        }
    }

    /** Returns the forms of a section, which must be defined above its first use. */
    List<Form> section(String name) {
        List<Form> forms = sections.get(name);
        if (forms == null) {
            throw new IllegalArgumentException("the grammar has no section [" + name + "] so far");
        }
        return forms;
    }

    private Form form(String line) {
        List<Form> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(line);
        int at = 0;
        while (place.find()) {
            parts.add(text(line.substring(at, place.start())));
            parts.add(place(place.group(1)));
            at = place.end();
        }
        parts.add(text(line.substring(at)));
        return builder -> parts.forEach(part -> part.write(builder));
    }

    private Form place(String place) {
        int space = place.indexOf(' ');
        String name = space < 0 ? place : place.substring(0, space);
        String rest = place.substring(space + 1);
        return switch (name) {
            case "one" -> oneOf(Stream.of(rest.split("\\|")).map(Grammar::text).toList());
            case "below" -> below(Integer.parseInt(rest));
            case "digits" -> figures(Integer.parseInt(rest), 10);
            case "hex" -> figures(Integer.parseInt(rest), 16);
            case "time" -> LineBuilder::addTime;
            case "level" -> LineBuilder::addLevel;
            case "message" -> LineBuilder::addMessage;
            case "quoted" -> LineBuilder::addQuoted;
            default -> oneOf(section(name));
        };
    }

    private static Form text(String text) {
        return line -> line.add(text);
    }

    private static Form oneOf(List<Form> forms) {
        return line -> line.random().of(forms).write(line);
    }

    private static Form below(int bound) {
        return line -> line.add(Integer.toString(line.random().below(bound)));
    }

    private static Form figures(int count, int base) {
        return line -> {
            for (int i = 0; i < count; i++) {
                line.add(Character.forDigit(line.random().below(base), base));
            }
        };
    }
}
