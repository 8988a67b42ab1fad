package dev.mendline.bench.pipeline;

import dev.mendline.bench.comparison.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Profile of a topology: the JVM's samples of its threads, by phase. */
final class Profile {
    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final Duration EVERY = Duration.ofMillis(10);
    /** Thread of the measurement itself, which waits and reads. */
    private static final String OWN_THREAD = "main";

    /** Phase of the pipeline in a profile sample. The first phase that matches the stream thread's stack counts. */
    enum Phase {
        SCAN("stage 1: scan of the raw bytes", "RawLinePrefilter\\."),
        FORMAT("stage 1: reading the format", "LogFormats\\."),
        GAP("stage 1: what is not known", "GapFinder\\."),
        RECOGNIZE("stage 1: recognize", "Recognizer\\.recognise"),
        SIGHT("stage 1: redact, bind to a deployment", "SightingFactory\\."),
        FOLD("stage 1: fold, its store and its changelog", "StageOne\\.(?:fold|flush)"),
        STAGE_ONE("stage 1: all else", "StageOne\\."),
        STATE("stage 2: a site's state from and to bytes", "SiteState\\.(?:read|bytes)"),
        ENGINE("stage 2: the engine", "IncidentEngine\\."),
        STAGE_TWO("stage 2: its store, incidents, requests", "StageTwo\\."),
        POLL("Kafka Streams: polling", "KafkaConsumer\\.poll|StreamThread\\.pollRequests"),
        COMMIT("Kafka Streams: committing", "TaskManager\\.commit|StreamThread\\.maybeCommit"),
        STREAMS("Kafka Streams: all else", ""),
        CLIENTS("Kafka's client threads: sending, heartbeats", "-"),
        BROKER("the broker, in this process", "-");

        private static final Pattern STREAM_THREAD = Pattern.compile("-StreamThread-[0-9]+$");
        private static final Pattern CLIENT_THREAD = Pattern.compile("producer-network-thread|heartbeat|admin");

        private final String title;
        private final Pattern frame;

        Phase(String title, String frame) {
            this.title = title;
            this.frame = Pattern.compile(frame);
        }

        /**
         * @param stack simple class and method of each frame: {@code StageOne.fold}
         */
        static Phase of(String thread, List<String> stack) {
            if (STREAM_THREAD.matcher(thread).find()) {
                return Stream.of(values())
                        .filter(phase -> stack.stream()
                                .anyMatch(frame -> phase.frame.matcher(frame).lookingAt()))
                        .findFirst()
                        .orElse(STREAMS);
            }
            return CLIENT_THREAD.matcher(thread).find() ? CLIENTS : BROKER;
        }
    }

    private Profile() {}

    /**
     * Measures several runs.
     *
     * @return the table in Markdown, with its heading; the largest share first
     */
    static String of(BenchBroker broker, LogTopic logs, MeasuredTopology topology, RunSettings settings, int runs)
            throws IOException {
        Map<Phase, Long> samples = new EnumMap<>(Phase.class);
        for (int run = 0; run < runs; run++) {
            add(broker, logs, topology, settings, samples);
        }
        long all = samples.values().stream().mapToLong(Long::longValue).sum();
        return "### %s errors, %s: where the time goes\n\nOf %,d samples; what the collector and the compiler take is not among them.\n\n"
                        .formatted(logs.mix().share(), topology.title(), all)
                + "| Phase | share |\n| --- | --- |\n"
                + samples.entrySet().stream()
                        .sorted(Map.Entry.<Phase, Long>comparingByValue().reversed())
                        .map(entry -> "| %s | %s %% |\n"
                                .formatted(entry.getKey().title, Spread.figure(100.0 * entry.getValue() / all)))
                        .collect(Collectors.joining());
    }

    private static void add(
            BenchBroker broker,
            LogTopic logs,
            MeasuredTopology topology,
            RunSettings settings,
            Map<Phase, Long> samples)
            throws IOException {
        Path file = Files.createTempFile("samples", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(SAMPLE).withPeriod(EVERY);
            recording.start();
            Instant begun;
            try (TopologyRun run = new TopologyRun(broker, topology, settings, logs.name())) {
                run.awaitCommitted(broker.ends(logs.name()));
                recording.stop();
                begun = run.firstRead().at();
            }
            recording.dump(file);
            for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                if (event.getStartTime().isAfter(begun)) {
                    add(event, samples);
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void add(RecordedEvent event, Map<Phase, Long> samples) {
        String thread = event.getThread("sampledThread").getJavaName();
        RecordedStackTrace stack = event.getStackTrace();
        if (stack != null && thread != null && !thread.equals(OWN_THREAD)) {
            samples.merge(Phase.of(thread, frames(stack)), 1L, Long::sum);
        }
    }

    private static List<String> frames(RecordedStackTrace stack) {
        return stack.getFrames().stream()
                .filter(RecordedFrame::isJavaFrame)
                .map(frame -> {
                    String type = frame.getMethod().getType().getName();
                    return type.substring(type.lastIndexOf('.') + 1) + "."
                            + frame.getMethod().getName();
                })
                .toList();
    }
}
