package dev.mendline.cli;

import static dev.mendline.cli.ClassifierRun.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.lab.broker.EmbeddedBroker;
import dev.mendline.model.incident.Incident;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance that follows another's stores, and has them when the other dies. */
class StandbyTest {
    private static final int DEPLOYMENTS = 8;

    @TempDir
    private Path folder;

    @Test
    void what_follows_a_killed_instance_takes_its_place() throws Exception {
        try (EmbeddedBroker kafka = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
            String standby =
                    "bootstrap-server: '" + kafka.bootstrapServer() + "', properties: {num.standby.replicas: '1'}";
            Path config = Files.writeString(folder.resolve("mendline.yaml"), ClassifierRun.yaml("standby.", standby));
            String own = Files.createDirectories(folder.resolve("other")).toString();
            try (ClassifierRun run = new ClassifierRun(kafka.bootstrapServer(), "standby.", standby);
                    Spawned other = Spawned.of(
                            folder, Map.of(), "run", "classifier", "--config", config.toString(), "--data-dir", own)) {
                eventually(() -> assertThat(logged(run)).hasSize(DEPLOYMENTS));
                Map<String, String> before = ids(run);
                run.started(folder.resolve("this"));
                eventually(() -> assertThat(standbys()).isPositive());

                other.process().destroyForcibly().waitFor();
                log(run);

                eventually(() -> assertThat(run.incidents())
                        .allSatisfy(incident ->
                                assertThat(incident.symptoms().get(0).count()).isGreaterThanOrEqualTo(2)));
                assertThat(ids(run)).isEqualTo(before);
                eventually(() -> assertThat(run.replayed().isEqual()).isTrue());
            }
        }
    }

    /** Logs until the other runs. */
    private static Map<String, String> logged(ClassifierRun run) {
        if (run.incidents().isEmpty()) {
            log(run);
        }
        return ids(run);
    }

    private static void log(ClassifierRun run) {
        for (int i = 0; i < DEPLOYMENTS; i++) {
            run.log(run.broker.topics().logs(), i % ClassifierRun.PARTITIONS, i);
        }
    }

    private static Map<String, String> ids(ClassifierRun run) {
        return run.incidents().stream().collect(Collectors.toMap(Incident::target, Incident::id));
    }

    /** Stores that this process keeps for another, as Streams itself counts them. */
    private static int standbys() throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        int standbys = 0;
        for (ObjectName name :
                beans.queryNames(new ObjectName("kafka.streams:type=stream-state-updater-metrics,*"), null)) {
            standbys += ((Number) beans.getAttribute(name, "standby-updating-tasks")).intValue();
        }
        return standbys;
    }
}
