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

/** Who reads the logs. */
enum Entrant {
    /** Writes every line as it is: what Kafka Streams itself costs, reading and writing. */
    IDENTITY("identity") {
        @Override
        Topology topology(ClassifierSettings settings) {
            Topology topology = reading(settings);
            topology.addSink("to-out", output(settings), BYTES_OUT, BYTES_OUT, "logs");
            return topology;
        }
    },
    /** Writes as many lines as stage 1 finds errors, chosen by a sum over their bytes: what the least of thought costs. */
    HASH("1 % by a hash") {
        @Override
        Topology topology(ClassifierSettings settings) {
            Topology topology = reading(settings);
            topology.addProcessor("choose", Choice::new, "logs");
            topology.addSink("to-out", output(settings), BYTES_OUT, BYTES_OUT, "choose");
            return topology;
        }
    },
    /** Logs to journal, as it ships. */
    STAGE_ONE("stage 1") {
        @Override
        Topology topology(ClassifierSettings settings) {
            return ClassifierTopology.stageOne(settings);
        }
    },
    /** Logs to incidents, as it ships. */
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

    /** Whether it is Mendline's. */
    boolean isOurs() {
        return this == STAGE_ONE || this == WHOLE;
    }

    /** As tables name it. */
    String title() {
        return title;
    }

    /** From the topics with logs to those of the prefix that the settings name. */
    abstract Topology topology(ClassifierSettings settings);

    /** Where those write that do not classify. */
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

    /** Whether the hash lets a line pass. The JVM has an instruction for it: hardly anything that sees all bytes is less. */
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
