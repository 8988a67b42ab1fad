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
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Profile of a topology: the JVM's samples of its threads, by phase. */
record Profile(String title, Map<Phase, Long> samples) {
    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final Duration EVERY = Duration.ofMillis(10);
    /** Thread of the measurement itself, which waits and reads. */
    private static final String OWN_THREAD = "main";

    /** Measures several runs. */
    static Profile of(BenchBroker broker, LogTopic logs, MeasuredTopology topology, RunSettings settings, int runs)
            throws IOException {
        Map<Phase, Long> samples = new EnumMap<>(Phase.class);
        for (int run = 0; run < runs; run++) {
            add(broker, logs, topology, settings, samples);
        }
        return new Profile(logs.mix().share() + " errors, " + topology.title() + ": where the time goes", samples);
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

    /** Returns the table in Markdown, with its heading; the largest share first. */
    String markdown() {
        long all = samples.values().stream().mapToLong(Long::longValue).sum();
        return "### %s\n\nOf %,d samples; what the collector and the compiler take is not among them.\n\n"
                        .formatted(title, all)
                + "| Phase | share |\n| --- | --- |\n"
                + samples.entrySet().stream()
                        .sorted(Map.Entry.<Phase, Long>comparingByValue().reversed())
                        .map(entry -> "| %s | %s %% |\n"
                                .formatted(entry.getKey().title(), Spread.figure(100.0 * entry.getValue() / all)))
                        .collect(Collectors.joining());
    }
}
