package dev.mendline.bench.pipeline;

import dev.mendline.bench.corpus.Corpus;
import dev.mendline.bench.corpus.Mix;
import dev.mendline.model.log.Resource;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Topic with the lines of a corpus, written once and read by all topologies.
 *
 * @param bytesPerLine average
 */
record LogTopic(String name, Mix mix, double bytesPerLine, ExpectedOutput expected) {
    private static final int LINGER = 50;
    /** Number of consecutive lines in a partition, like a producer's batch. */
    private static final int RUN = 500;

    static LogTopic write(BenchBroker broker, Corpus corpus) {
        String name = "logs-" + corpus.mix().name().toLowerCase(Locale.ROOT);
        List<byte[]> lines = corpus.first(corpus.lines());
        broker.createLogs(name);
        try (KafkaProducer<byte[], byte[]> producer = broker.producer(LINGER)) {
            for (int i = 0; i < lines.size(); i++) {
                var unused = producer.send(new ProducerRecord<>(name, partition(i), null, lines.get(i)));
            }
        }
        long bytes = lines.stream().mapToLong(line -> line.length).sum();
        return new LogTopic(name, corpus.mix(), (double) bytes / lines.size(), ExpectedOutput.of(name, lines));
    }

    private static int partition(int line) {
        return line / RUN % BenchBroker.PARTITIONS;
    }

    /** Returns what stage 1 knows of the producer of a line that names no service. */
    static Resource resource(String topic, int line) {
        return new Resource(Resource.unnamed("%s[%d]".formatted(topic, partition(line))), null, null);
    }
}
