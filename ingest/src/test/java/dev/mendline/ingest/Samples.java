package dev.mendline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mendline.model.log.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The samples of {@code samples.txt} and {@code prefix-samples.txt}. */
final class Samples {
    /** One line as a logger writes it, and what is read from it; null where nothing is. */
    record Sample(
            String dialect, String line, String time, String severity, Resource resource, String trace, String text) {}

    private Samples() {}

    /** Prefix with {@code %TEXT%} in place of the program's text, and the values that are read from it. */
    record Prefixed(String name, String line, String time, String severity, Resource resource) {
        static final String TEXT = "%TEXT%";

        /** Returns the prefix before a line, and what follows the line. */
        String around(String line) {
            return this.line.replace(TEXT, line);
        }
    }

    static List<Sample> all() {
        return blocks("samples.txt", "dialect ").map(Samples::sample).toList();
    }

    private static final List<Prefixed> PREFIXES =
            blocks("prefix-samples.txt", "prefix ").map(Samples::prefix).toList();

    static List<Prefixed> prefixes() {
        return PREFIXES;
    }

    private static Stream<String> blocks(String resource, String start) {
        try (var in = Objects.requireNonNull(Samples.class.getResourceAsStream(resource))) {
            return Stream.of(new String(in.readAllBytes(), UTF_8).split("\n\n"))
                    .filter(block -> block.startsWith(start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> fields(String block) {
        return block.lines()
                .collect(Collectors.toMap(line -> line.substring(0, 9).strip(), line -> line.substring(9)));
    }

    private static Prefixed prefix(String block) {
        Map<String, String> fields = fields(block);
        return new Prefixed(
                fields.get("prefix"),
                fields.get("line"),
                fields.get("time"),
                fields.get("severity"),
                new Resource(fields.get("service"), fields.get("host"), null));
    }

    private static Sample sample(String block) {
        Map<String, String> fields = fields(block);
        return new Sample(
                fields.get("dialect"),
                fields.get("line"),
                fields.get("time"),
                fields.get("severity"),
                new Resource(fields.get("service"), fields.get("host"), fields.get("environ")),
                fields.get("trace"),
                fields.get("text").replace("\\n", "\n"));
    }
}
