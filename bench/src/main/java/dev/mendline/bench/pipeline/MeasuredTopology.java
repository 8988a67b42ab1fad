package dev.mendline.bench.pipeline;

import dev.mendline.classifier.ClassifierSettings;
import dev.mendline.classifier.ClassifierTopology;
import dev.mendline.model.Topics;
import java.util.zip.CRC32C;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Topology to be measured. */
enum MeasuredTopology {
    /** Copies every line: the cost of Kafka Streams itself. */
    IDENTITY("identity"),
    /** Copies as many lines as stage 1 finds errors, chosen by a hash of their bytes: the cost of minimal processing. */
    HASH("1 % by a hash"),
    /** Stage 1: logs to journal, as shipped. */
    STAGE_ONE("stage 1"),
    /** Both stages: logs to incidents, as shipped. */
    WHOLE("both stages");

    private static final int ONE_OF = 100;

    private final String title;

    MeasuredTopology(String title) {
        this.title = title;
    }

    /** Returns true for Mendline's own topologies. */
    boolean isOurs() {
        return this == STAGE_ONE || this == WHOLE;
    }

    String title() {
        return title;
    }

    /** Returns the topology from the logs topics to the topics with the settings' prefix. */
    Topology build(ClassifierSettings settings) {
        return switch (this) {
            case IDENTITY -> copy(settings, false);
            case HASH -> copy(settings, true);
            case STAGE_ONE -> ClassifierTopology.stageOne(settings);
            case WHOLE -> ClassifierTopology.build(settings);
        };
    }

    private static Topology copy(ClassifierSettings settings, boolean isHashed) {
        ByteArrayDeserializer in = new ByteArrayDeserializer();
        ByteArraySerializer out = new ByteArraySerializer();
        String[] logs = settings.logTopics().toArray(String[]::new);
        Topology topology = new Topology().addSource(AutoOffsetReset.earliest(), "logs", in, in, logs);
        if (isHashed) {
            topology.addProcessor("choose", Choice::new, "logs");
        }
        return topology.addSink("to-out", output(settings.topics()), out, out, isHashed ? "choose" : "logs");
    }

    /** Returns the output topic of topologies that do not classify. */
    static String output(Topics topics) {
        return topics.prefix() + "out";
    }

    /**
     * Returns true if the hash accepts a line. The JVM has an instruction for it, so hardly anything that reads all
     * bytes is cheaper.
     */
    static boolean passes(byte[] value) {
        CRC32C sum = new CRC32C();
        sum.update(value, 0, value.length);
        return sum.getValue() % ONE_OF == 0;
    }

    private static final class Choice extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
        @Override
        public void process(Record<byte[], byte[]> record) {
            if (passes(record.value())) {
                context().forward(record);
            }
        }
    }
}
