package dev.mendline.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Common options of the commands that need a broker. */
final class Streaming {
    @Option(names = "--quick", description = "Few lines: minutes instead of half an hour.")
    private boolean isQuick;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds that count; 5, or 3 with --quick.")
    private @Nullable Integer rounds;

    @Option(
            names = "--property",
            paramLabel = "KEY=VALUE",
            description =
                    "A property of Kafka Streams for everybody, over those that ship. Can be given several times.")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Option(names = "--write", description = "Writes the tables into bench/README.md besides.")
    private boolean isWritten;

    boolean isQuick() {
        return isQuick;
    }

    int rounds() {
        return rounds != null ? rounds : isQuick ? 3 : 5;
    }

    Map<String, String> properties() {
        return properties;
    }

    /**
     * Returns a publication for the section of one part of a command, so that parts are published independently.
     *
     * @param part may be empty
     */
    Publication publication(String name, String besides, String part) {
        String command = "%s%s --rounds %d%s%s"
                .formatted(
                        name,
                        isQuick ? " --quick" : "",
                        rounds(),
                        besides,
                        properties.entrySet().stream()
                                .map(property -> " --property " + property)
                                .collect(Collectors.joining()));
        String section = part.isEmpty() ? name : name + "-" + part.toLowerCase(Locale.ROOT);
        return Publication.of(section, command, isWritten);
    }
}
