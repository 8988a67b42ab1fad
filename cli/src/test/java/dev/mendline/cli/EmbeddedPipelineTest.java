package dev.mendline.cli;

import dev.mendline.lab.broker.EmbeddedBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** On the embedded broker. */
class EmbeddedPipelineTest extends PipelineContract {
    @TempDir
    private static Path folder;

    private static EmbeddedBroker kafka;

    @BeforeAll
    static void startKafka() {
        kafka = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    }

    @AfterAll
    static void stopKafka() {
        kafka.close();
    }

    @Override
    String bootstrapServer() {
        return kafka.bootstrapServer();
    }
}
