package dev.mendline.bench.pipeline;

import dev.mendline.classifier.ClassifierSettings;
import dev.mendline.classifier.ClassifierTopology;
import java.util.zip.CRC32C;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Topology to be measured. */
enum Entrant {
    /** Copies every line: the cost of Kafka Streams itself. */
    IDENTITY("identity") {
        @Override
        Topology topology(ClassifierSettings settings) {
            Topology topology = reading(settings);
            topology.addSink("to-out", output(settings), BYTES_OUT, BYTES_OUT, "logs");
            return topology;
        }
    },
    /**
     * Copies as many lines as stage 1 finds errors, chosen by a hash of their bytes: the cost of minimal processing.
     */
    HASH("1 % by a hash") {
        @Override
        Topology topology(ClassifierSettings settings) {
            Topology topology = reading(settings);
            topology.addProcessor("choose", Choice::new, "logs");
            topology.addSink("to-out", output(settings), BYTES_OUT, BYTES_OUT, "choose");
            return topology;
        }
    },
    /** Stage 1: logs to journal, as shipped. */
    STAGE_ONE("stage 1") {
        @Override
        Topology topology(ClassifierSettings settings) {
            return ClassifierTopology.stageOne(settings);
        }
    },
    /** Both stages: logs to incidents, as shipped. */
    WHOLE("both stages") {
        @Override
        Topology topology(ClassifierSettings settings) {
            return ClassifierTopology.build(settings);
        }
    };

    private static final ByteArrayDeserializer BYTES_IN = new ByteArrayDeserializer();
    private static final ByteArraySerializer BYTES_OUT = new ByteArraySerializer();
    private static final int ONE_OF = 100;

    private final String title;

    Entrant(String title) {
        this.title = title;
    }

    /** Returns true for Mendline's own topologies. */
    boolean isOurs() {
        return this == STAGE_ONE || this == WHOLE;
    }

    /** Returns the title for tables. */
    String title() {
        return title;
    }

    /** Returns the topology from the logs topics to the topics with the settings' prefix. */
    abstract Topology topology(ClassifierSettings settings);

    /** Returns the output topic of entrants that do not classify. */
    static String output(ClassifierSettings settings) {
        return settings.topics().prefix() + "out";
    }

    private static Topology reading(ClassifierSettings settings) {
        return new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        "logs",
                        BYTES_IN,
                        BYTES_IN,
                        settings.logTopics().toArray(String[]::new));
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
