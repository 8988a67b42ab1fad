package dev.mendline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The samples of {@code samples.txt}. */
final class Samples {
    /** One line as a logger writes it, and what is read from it; null where nothing is. */
    record Sample(String dialect, String line, String time, String severity, String service, String text) {}

    private Samples() {}

    static List<Sample> all() {
        try (var in = Objects.requireNonNull(Samples.class.getResourceAsStream("samples.txt"))) {
            return Stream.of(new String(in.readAllBytes(), UTF_8).split("\n\n"))
                    .filter(block -> block.startsWith("dialect "))
                    .map(Samples::sample)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample sample(String block) {
        Map<String, String> fields = block.lines()
                .collect(Collectors.toMap(line -> line.substring(0, 9).strip(), line -> line.substring(9)));
        return new Sample(
                fields.get("dialect"),
                fields.get("line"),
                fields.get("time"),
                fields.get("severity"),
                fields.get("service"),
                fields.get("text").replace("\\n", "\n"));
    }
}
