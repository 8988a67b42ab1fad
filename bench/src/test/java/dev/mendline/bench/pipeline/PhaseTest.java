package dev.mendline.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.bench.pipeline.Profile.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhaseTest {
    private static final String THREAD = "run-1.classifier-0a1b-StreamThread-1";

    private static Phase of(String... stack) {
        return Phase.of(THREAD, List.of(stack));
    }

    @Test
    void a_sample_belongs_to_the_innermost_work_that_has_a_name() {
        assertThat(of("LiteralFilter.isAnyIn", "RawLinePrefilter.isWorthReading", "StageOne.process"))
                .isEqualTo(Phase.SCAN);
        assertThat(of("Recognizer.recogniseLegible", "SightingFactory.sight", "StageOne.sight", "StageOne.process"))
                .isEqualTo(Phase.RECOGNIZE);
        assertThat(of("Redactor.redact", "SightingFactory.sight", "StageOne.sight"))
                .isEqualTo(Phase.SIGHT);
        assertThat(of("KafkaProducer.send", "StageOne.fold", "StageOne.sight")).isEqualTo(Phase.FOLD);
        assertThat(of("Json.read", "SiteState.read", "StageTwo.step")).isEqualTo(Phase.STATE);
        assertThat(of("Draft.close", "IncidentEngine.on", "StageTwo.step")).isEqualTo(Phase.ENGINE);
        assertThat(of("Fetcher.collect", "KafkaConsumer.poll", "StreamThread.pollRequests"))
                .isEqualTo(Phase.POLL);
        assertThat(of("StreamThread.run")).isEqualTo(Phase.STREAMS);
    }

    @Test
    void other_threads_are_the_clients_or_the_broker() {
        assertThat(Phase.of("kafka-producer-network-thread | " + THREAD + "-producer", List.of("Sender.run")))
                .isEqualTo(Phase.CLIENTS);
        assertThat(Phase.of("data-plane-kafka-request-handler-3", List.of("RawLinePrefilter.isWorthReading")))
                .isEqualTo(Phase.BROKER);
    }
}
