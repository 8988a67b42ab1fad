package dev.mendline.bench.pipeline;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** Returns the name for the table. */
    String title() {
        return title;
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
