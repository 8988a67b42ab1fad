package dev.mendline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import dev.mendline.lab.scenario.ScenarioKind;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.model.net.HostNames;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabTest {
    /** What of {@code mendline.yaml} the lab writes. */
    private record Written(
            List<Inventory.Target> targets,
            List<Inventory.Suffix> suffixes,
            List<Inventory.Zone> zones,
            Probes probes) {}

    private record Probes(String referenceZone) {}

    @Test
    void the_same_seed_gives_the_same_scenarios() {
        try (Lab one = Lab.start(5);
                Lab other = Lab.start(5);
                Lab third = Lab.start(6)) {
            assertThat(one.scenarios()).isEqualTo(other.scenarios()).isNotEqualTo(third.scenarios());
            assertThat(one.scenarios()).extracting(Scenario::name).containsExactlyInAnyOrderElementsOf(Lab.demo());
            assertThat(one.referenceZone()).isEqualTo(other.referenceZone());
        }
    }

    @Test
    void says_what_there_is_when_asked_for_what_there_is_not() {
        String all = Stream.concat(Lab.catalog().stream(), Lab.shared().stream())
                .map(ScenarioKind::name)
                .collect(Collectors.joining(", "));
        assertThatThrownBy(() -> Lab.start(1, List.of("healthy", "flood")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no scenario 'flood'; scenarios: " + all);
        assertThatThrownBy(() -> Lab.start(1, List.of("healthy", "healthy")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("duplicate scenario 'healthy'; allowed once each: " + all);
    }

    @Test
    void the_configuration_reads_back_as_the_inventory_and_tells_no_fault() {
        try (Lab lab =
                Lab.start(42, Lab.catalog().stream().map(ScenarioKind::name).toList())) {
            Written written = StrictYaml.read("mendline.yaml", lab.configuration(), Written.class);
            Inventory inventory = lab.inventory();
            assertThat(new Inventory(written.targets(), written.suffixes(), written.zones()))
                    .usingRecursiveComparison()
                    .isEqualTo(inventory);
            assertThat(written.probes().referenceZone()).isEqualTo(lab.referenceZone());
            assertThat(inventory.zone(lab.referenceZone()).orElseThrow().services())
                    .isEmpty();
            assertThat(inventory.targets()).hasSize(Lab.catalog().size()).allSatisfy(target -> {
                assertThat(target.tlsCaFile()).isRegularFile();
                assertThat(target.credentials()).isNotNull();
            });
            assertThat(lab.scenarios()).allSatisfy(scenario -> {
                assertThat(inventory.zoneOf(scenario.service()).name()).isEqualTo(scenario.zone());
                assertThat(inventory.targetOf(scenario.target())).isPresent();
                assertThat(inventory.suffixOf(scenario.target())).isPresent();
                assertThat(HostNames.isName(scenario.target())).isTrue();
                assertThat(lab.configuration()).doesNotContain(scenario.name() + "'", scenario.name() + "\n");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "idle-cut, ''",
        "tls-intercepted, unable to find valid certification path",
        "auth-failed, Exception auth"
    })
    void a_driver_of_one_s_own_meets_what_the_service_meets(String name, String words) {
        try (Lab lab = Lab.start(42, List.of(name))) {
            Access access = lab.access(lab.scenarios().get(0));
            for (Optional<MongoException> trouble :
                    List.of(OwnDriver.trouble(access), OwnDriver.troubleWithoutSrv(access))) {
                assertThat(trouble.map(MongoException::getMessage).orElse("")).contains(words);
                assertThat(trouble.isEmpty()).isEqualTo(words.isEmpty());
            }
            assertThat(access.zone()).isEqualTo(lab.scenarios().get(0).zone());
            assertThat(access.toString()).doesNotContain(access.seedList().reveal());
        }
    }

    @Test
    void a_sink_that_fails_ends_the_run_and_closing_leaves_no_thread() throws Exception {
        List<Thread> before = List.copyOf(Thread.getAllStackTraces().keySet());
        Lab other = Lab.start(7);
        assertThatThrownBy(() -> other.run((service, line) -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessageStartingWith("not every service was heard: the sink took no line of ")
                .hasRootCauseMessage("full");
        assertThatThrownBy(() -> other.run((service, line) -> {})).hasMessage("the services run already");

        long begin = System.nanoTime();
        other.close();
        assertThat(System.nanoTime() - begin).isLessThan(15_000_000_000L);
        List<Thread> left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> !thread.getName().startsWith("BufferPoolPruner"))
                .collect(Collectors.toList());
        for (Thread thread : left) {
            thread.join(5_000);
        }
        assertThat(left).noneMatch(Thread::isAlive);
        assertThatCode(other::close).doesNotThrowAnyException();
    }

    @Test
    void closing_leaves_no_file_and_no_socket() throws Exception {
        Lab lab = Lab.start(7, List.of("firewall", "not-authorized", "healthy"));
        Path folder = lab.inventory().suffixes().get(0).tlsCaFile().getParent();
        assertThat(folder).isNotEmptyDirectory();
        List<InetSocketAddress> nodes = lab.scenarios().stream()
                .flatMap(scenario -> nodes(lab.access(scenario)))
                .toList();
        assertThat(nodes).hasSizeGreaterThanOrEqualTo(3);
        lab.close();
        assertThat(folder).doesNotExist();
        for (InetSocketAddress node : nodes) {
            assertThatThrownBy(() -> connect(node)).isInstanceOf(ConnectException.class);
        }
    }

    private static Stream<InetSocketAddress> nodes(Access access) {
        String string = access.seedList().reveal();
        String[] nodes =
                string.substring(string.indexOf('@') + 1, string.indexOf("/?")).split(",");
        String address = access.hosts().get(0).split(" ")[0];
        return Stream.of(nodes)
                .map(node -> new InetSocketAddress(address, Integer.parseInt(node.substring(node.indexOf(':') + 1))));
    }

    private static void connect(InetSocketAddress node) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(node, 1_000);
        }
    }
}
