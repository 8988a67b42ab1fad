package dev.mendline.bench;

import dev.mendline.bench.corpus.Mix;
import dev.mendline.bench.matcher.Extent;
import dev.mendline.bench.matcher.MatcherMeasurement;
import dev.mendline.bench.pipeline.Latency;
import dev.mendline.bench.pipeline.Throughput;
import dev.mendline.bench.reading.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command line of {@code ./bench/run}. */
@Command(
        name = "bench/run",
        description = "Measures Mendline against other libraries and minimal topologies.",
        mixinStandardHelpOptions = true)
public final class Bench {
    private static final String PROPERTY =
            "A property of Kafka Streams for all topologies, over the shipped ones." + " Can be given several times.";
    /** Folder of this module. */
    private static final Path HOME = Path.of(System.getProperty("mendline.bench", "bench"));

    private Bench() {}

    /** Options of all commands. */
    static final class Options {
        @Option(names = "--quick", description = "Short runs: to check that everything works.")
        private boolean isQuick;

        @Option(names = "--rounds", paramLabel = "N", description = "Rounds that count; 5, or 3 with --quick.")
        private @Nullable Integer rounds;

        @Option(names = "--write", description = "Also writes the tables into bench/README.md.")
        private boolean isWritten;

        private int rounds() {
            return rounds != null ? rounds : isQuick ? 3 : 5;
        }

        private Publication publication(String section, String command, String besides) {
            return new Publication(
                    HOME.resolve("README.md"),
                    section,
                    "%s%s --rounds %d%s".formatted(command, isQuick ? " --quick" : "", rounds(), besides),
                    isWritten);
        }
    }

    @Command(
            name = "matcher",
            description = "Checks that all methods find the same, and compares the matcher with its peers.",
            mixinStandardHelpOptions = true)
    int matcher(
            @Mixin Options options,
            @Option(
                            names = "--only",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "Measures only the tables whose titles contain this text.")
                    String only)
            throws IOException {
        Extent extent = options.isQuick ? Extent.quick(options.rounds()) : Extent.full(options.rounds());
        MatcherMeasurement measurement = new MatcherMeasurement(HOME, extent, only, System.err::println);
        options.publication("matcher", "matcher", only.isEmpty() ? "" : " --only '" + only + "'")
                .publish(measurement::run);
        return 0;
    }

    @Command(
            name = "pipeline",
            description = "Measures lines/s of stage 1 and of both stages on the embedded broker.",
            mixinStandardHelpOptions = true)
    int pipeline(
            @Mixin Options options,
            @Option(names = "--property", paramLabel = "KEY=VALUE", description = PROPERTY) @Nullable
                    Map<String, String> properties,
            @Option(names = "--profile", description = "Also shows where the time goes.") boolean isProfiled,
            @Option(names = "--only", paramLabel = "MIX", description = "Only one of: ${COMPLETION-CANDIDATES}.")
                    @Nullable
                    Mix only)
            throws IOException {
        Throughput.Extent extent = options.isQuick
                ? Throughput.Extent.quick(options.rounds(), isProfiled)
                : Throughput.Extent.full(options.rounds(), isProfiled);
        Throughput throughput = new Throughput(HOME.resolve("target"), extent, given(properties), System.err::println);
        for (Mix mix : only == null ? Mix.values() : new Mix[] {only}) {
            String besides = " --only " + mix + (isProfiled ? " --profile" : "") + text(properties);
            options.publication("pipeline-" + mix.name().toLowerCase(Locale.ROOT), "pipeline", besides)
                    .publish(() -> throughput.run(mix));
        }
        return 0;
    }

    @Command(
            name = "latency",
            description = "Measures the time from a line to its incident, at 1,000 lines/s.",
            mixinStandardHelpOptions = true)
    int latency(
            @Mixin Options options,
            @Option(names = "--property", paramLabel = "KEY=VALUE", description = PROPERTY) @Nullable
                    Map<String, String> properties)
            throws IOException {
        Latency.Extent extent =
                options.isQuick ? Latency.Extent.quick(options.rounds()) : Latency.Extent.full(options.rounds());
        Latency latency = new Latency(HOME.resolve("target"), extent, given(properties), System.err::println);
        options.publication("latency", "latency", text(properties)).publish(latency::run);
        return 0;
    }

    @Command(
            name = "reading",
            description = "Measures the time to read a line that may hold an error.",
            mixinStandardHelpOptions = true)
    int reading(@Mixin Options options) throws IOException {
        Reading reading = new Reading(options.rounds(), options.isQuick ? 100 : 1_000, System.err::println);
        options.publication("reading", "reading", "").publish(reading::run);
        return 0;
    }

    private static Map<String, String> given(@Nullable Map<String, String> properties) {
        return properties == null ? Map.of() : new LinkedHashMap<>(properties);
    }

    private static String text(@Nullable Map<String, String> properties) {
        return given(properties).entrySet().stream()
                .map(property -> " --property " + property)
                .collect(Collectors.joining());
    }

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            System.err.println(failure.getMessage());
            return 1;
        });
        System.exit(line.execute(args));
    }
}
