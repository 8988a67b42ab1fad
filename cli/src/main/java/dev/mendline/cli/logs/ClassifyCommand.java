package dev.mendline.cli.logs;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.InputFile;
import dev.mendline.engine.recognition.Recognition;
import dev.mendline.engine.recognition.Recognizer;
import dev.mendline.engine.sighting.Deployments;
import dev.mendline.ingest.LogFormats;
import dev.mendline.ingest.LogLines;
import dev.mendline.ingest.ReadProblem;
import dev.mendline.ingest.ReadResult;
import dev.mendline.model.Json;
import dev.mendline.model.log.Captures;
import dev.mendline.model.log.Driver;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Platform;
import dev.mendline.model.log.Resource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that prints the symptom of each log event, without Kafka and without network. */
@Command(
        name = "classify",
        description = "Classify log events: print the symptom of each as one JSON object per line.",
        mixinStandardHelpOptions = true)
public final class ClassifyCommand implements Callable<Integer> {
    /** Input format. */
    enum Format {
        TEXT,
        JSONL
    }

    @JsonPropertyOrder({"id", "symptom", "detail", "symptoms", "target", "driver", "runtime", "captures"})
    record Answer(
            @Nullable Object id,
            @Nullable String symptom,
            @Nullable String detail,
            List<String> symptoms,
            @Nullable String target,
            @Nullable Driver driver,
            @Nullable Platform runtime,
            Captures captures) {}

    record Unreadable(@Nullable Object id, long line, String error) {}

    @Mixin
    private ConfigurationOptions setup = new ConfigurationOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text: one event per line. jsonl: objects with 'id' and 'text'. Default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    @Option(names = "--multiline", description = "Join stack traces to the line before them.")
    private boolean multiline;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "-",
            description = "Log file; '-' is standard input.")
    private String file = "-";

    private Recognizer recognizer;
    private Deployments deployments;

    @SuppressWarnings("NullAway.Init")
    ClassifyCommand() {}

    @Override
    public Integer call() throws IOException {
        recognizer = new Recognizer(setup.catalog());
        deployments = new Deployments(setup.configuration().inventory());
        InputFile.check(List.of(file));
        BufferedOutputStream out = new BufferedOutputStream(System.out, 1 << 16);
        try (InputStream in = InputFile.open(file)) {
            LogLines.read(in, multiline && format == Format.TEXT, (number, bytes, cut) -> {
                out.write(Json.bytes(format == Format.TEXT ? text(number, bytes) : json(number, bytes)));
                out.write('\n');
                if (in.available() == 0) {
                    out.flush();
                    open();
                }
            });
            out.flush();
            open();
        } catch (ClosedOutput e) {
            return ExitCode.CANNOT_WORK;
        }
        return ExitCode.GOOD;
    }

    /** Standard output is closed, e.g. by {@code head}, or the disk is full. */
    private static final class ClosedOutput extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static void open() {
        if (System.out.checkError()) {
            throw new ClosedOutput();
        }
    }

    private Object text(long number, byte[] line) {
        if (LogFormats.isSound(line) && !recognizer.mayShow(line)) {
            return answer(number, "");
        }
        ReadResult reading = LogFormats.read(line, Instant.EPOCH, Resource.UNKNOWN);
        String whole = reading.events().stream().map(LogEvent::text).collect(Collectors.joining("\n"));
        Answer answer = answer(number, whole);
        ReadProblem problem = reading.problem();
        return problem != null && answer.symptom() == null ? new Unreadable(null, number, problem.detail()) : answer;
    }

    /** Reads only {@code id} and {@code text}. */
    private Object json(long number, byte[] line) {
        if (new String(line, StandardCharsets.UTF_8).isBlank()) {
            return answer(null, "");
        }
        try {
            Map<?, ?> read = Json.read(line, Map.class);
            return read != null && read.get("text") instanceof String text
                    ? answer(read.get("id"), LogFormats.withoutPrefixes(text))
                    : new Unreadable(null, number, "expected an object with a string field 'text'");
        } catch (UncheckedIOException e) {
            ReadProblem problem =
                    LogFormats.read(line, Instant.EPOCH, Resource.UNKNOWN).problem();
            return new Unreadable(null, number, problem == null ? "not a JSON object" : problem.detail());
        }
    }

    private Answer answer(@Nullable Object id, String text) {
        Recognition seen = recognizer.recognise(text);
        String target = seen.symptom() == null
                ? null
                : deployments.place(seen, text).map(Deployments.Place::target).orElse(null);
        return new Answer(
                id,
                seen.symptom(),
                seen.detail(),
                seen.symptoms(),
                target,
                seen.driver(),
                seen.runtime(),
                seen.captures());
    }
}
