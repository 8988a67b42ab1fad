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

/** Sections of {@code grammar.txt}, whose format is described there. Immutable. */
final class Grammar {
    private static final Pattern HEADING = Pattern.compile("\\[([a-z-]+)(?: ([0-9]+))?]");

    private final Map<String, List<Form>> sections = new HashMap<>();

    private Grammar() {}

    /** Reads the grammar; the dice choose its fixed values. */
    static Grammar read(Dice dice) {
        Grammar grammar = new Grammar();
        try (InputStream in = Objects.requireNonNull(Grammar.class.getResourceAsStream("grammar.txt"))) {
            grammar.read(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList(),
                    dice);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return grammar;
    }

    private void read(List<String> lines, Dice dice) {
        List<Form> section = List.of();
        int picks = 0;
        for (String line : lines) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                section = new ArrayList<>();
                sections.put(heading.group(1), section);
                picks = heading.group(2) == null ? 0 : Integer.parseInt(heading.group(2));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                add(Form.of(line, this), picks, section, dice);
            }
        }
    }

    private static void add(Form form, int picks, List<Form> section, Dice dice) {
        if (picks == 0) {
            section.add(form);
        }
        for (int i = 0; i < picks; i++) {
            Draft draft = new Draft(dice);
            form.write(draft);
            section.add(Form.text(draft.text()));
        }
    }

    /** Returns the forms of a section. */
    List<Form> section(String name) {
        List<Form> forms = sections.get(name);
        if (forms == null) {
            throw new IllegalArgumentException("the grammar has no section [" + name + "] so far");
        }
        return forms;
    }
}
