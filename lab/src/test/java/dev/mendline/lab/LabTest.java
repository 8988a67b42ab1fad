package dev.mendline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.spi.dns.DnsWithResponseCodeException;
import dev.mendline.lab.dns.DnsServer;
import dev.mendline.lab.net.Closed;
import dev.mendline.lab.net.Ports;
import dev.mendline.model.Endpoint;
import dev.mendline.model.HostNames;
import dev.mendline.model.Inventory;
import dev.mendline.model.StrictYaml;
import java.net.PortUnreachableException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LabTest {
    private static Lab lab;
    private static Recorder recorder;
    private static List<String> asked;

    @BeforeAll
    static void run() {
        lab = Lab.start(42);
        recorder = new Recorder(lab);
        lab.run(recorder);
        asked = lab.queries().stream().map(DnsServer.Query::name).toList();
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @Test
    void a_dead_resolver_shows_as_an_unreachable_port_under_a_txt_lookup() {
        assertThat(errors("srv-refused"))
                .anySatisfy(text -> assertThat(text)
                        .contains("com.mongodb.MongoConfigurationException: Failed looking up TXT record for host "
                                + scenario("srv-refused").target())
                        .contains("Caused by: java.net.PortUnreachableException"));
    }

    @Test
    void a_name_that_nobody_knows_shows_as_a_failed_srv_lookup_with_response_code_3() {
        String record = "Failed looking up SRV record for '_mongodb._tcp."
                + scenario("srv-not-found").target() + "'.";
        assertThat(errors("srv-not-found"))
                .anySatisfy(text -> assertThat(text)
                        .contains("srvResolutionException=com.mongodb.MongoConfigurationException: " + record));
        assertThat(texts("srv-not-found"))
                .anySatisfy(text -> assertThat(text).contains(record).contains("DNS name not found [response code 3]"));
    }

    @Test
    void closed_ports_show_as_connection_refused() {
        assertThat(errors("connection-refused"))
                .anySatisfy(text -> assertThat(text)
                        .contains("exception={com.mongodb.MongoSocketOpenException: Exception opening socket}, "
                                + "caused by {java.net.ConnectException: Connection refused}}"));
    }

    @Test
    void a_full_deployment_shows_in_the_words_of_atlas() {
        assertThat(errors("too-many-connections"))
                .anySatisfy(text -> assertThat(text)
                        .contains("error 8000 (AtlasError): "
                                + "'connection refused because too many open connections: 819' on server "));
    }

    @Test
    void a_wrong_password_shows_in_the_words_of_atlas() {
        assertThat(errors("auth-failed"))
                .anySatisfy(text -> assertThat(text)
                        .contains(
                                "com.mongodb.MongoSecurityException: Exception authenticating MongoCredential{mechanism="
                                        + "SCRAM-SHA-256")
                        .contains("error 8000 (AtlasError): 'bad auth : Authentication failed.' on server "));
    }

    @Test
    void a_deployment_that_is_well_again_has_a_frightening_line_and_had_recovered_before_it_was_read() {
        assertThat(errors("healthy"))
                .anySatisfy(text -> assertThat(text).contains("java.net.ConnectException: Connection refused"));
        assertThat(texts("healthy"))
                .anySatisfy(text -> assertThat(text).contains("Monitor thread successfully connected to server"));
        assertThat(wasReachable("healthy")).isTrue();
        assertThat(wasReachable("connection-refused")).isFalse();
        assertThat(wasReachable("too-many-connections")).isTrue();
        assertThat(wasReachable("auth-failed")).isTrue();
    }

    @Test
    void every_line_is_a_json_document_of_its_service_and_names_no_other() {
        assertThat(recorder.services())
                .containsExactlyInAnyOrderElementsOf(
                        lab.scenarios().stream().map(Scenario::service).toList());
        for (Scenario scenario : lab.scenarios()) {
            assertThat(recorder.documents(scenario)).allSatisfy(document -> {
                assertThat(document.path("service.name").asText()).isEqualTo(scenario.service());
                assertThat(document.hasNonNull("@timestamp")).isTrue();
                assertThat(document.path("log.logger").asText())
                        .matches("org\\.mongodb\\.driver\\..*|com\\.example\\..*");
            });
            List<String> others = lab.scenarios().stream()
                    .map(Scenario::target)
                    .filter(target -> !target.equals(scenario.target()))
                    .map(target -> target.substring(target.indexOf('.')))
                    .toList();
            assertThat(recorder.lines(scenario))
                    .allSatisfy(line -> assertThat(line).doesNotContain("\n").doesNotContain(others));
        }
    }

    @Test
    void what_another_client_of_this_process_runs_into_is_no_service_s_line() throws Exception {
        try (Closed closed = Closed.tcp();
                MongoClient probe = MongoClients.create("mongodb://" + Ports.LOOPBACK + ":" + closed.port()
                        + "/?appName=mendline-probe&serverSelectionTimeoutMS=200")) {
            assertThatThrownBy(() -> probe.listDatabaseNames().first()).isInstanceOf(MongoTimeoutException.class);
            assertThat(lab.scenarios())
                    .flatMap(recorder::lines)
                    .allSatisfy(line -> assertThat(line).doesNotContain("mendline-probe", ":" + closed.port()));
        }
    }

    @Test
    void no_line_holds_a_password() {
        List<String> secrets = Dealt.all(42, Inventory.LOCAL_ZONE).stream()
                .flatMap(dealt -> Stream.of(dealt.password(), dealt.typed()))
                .toList();
        assertThat(lab.scenarios())
                .flatMap(recorder::lines)
                .allSatisfy(line -> assertThat(line).doesNotContain(secrets));
    }

    @Test
    void every_lookup_of_the_run_went_to_the_name_servers_of_the_lab() {
        assertThat(asked).allMatch(name -> name.endsWith(".mongodb.test"));
        for (Scenario scenario : lab.scenarios()) {
            String record = "_mongodb._tcp." + scenario.target();
            if (scenario.zone().equals(Inventory.LOCAL_ZONE)) {
                assertThat(asked).contains(record, scenario.target());
            } else {
                assertThat(asked).doesNotContain(record, scenario.target());
            }
        }
    }

    @Test
    void only_the_reference_resolver_knows_what_the_dead_one_should() {
        Scenario scenario = scenario("srv-refused");
        Inventory.Zone zone = lab.inventory().zoneOf(scenario.service());
        assertThat(zone.name()).isEqualTo(scenario.zone()).isNotEqualTo(Inventory.LOCAL_ZONE);
        assertThat(Recorder.srv(zone.referenceResolvers().get(0), scenario)).isNotEmpty();
        assertThatThrownBy(() -> Recorder.srv(zone.resolvers().get(0), scenario))
                .hasRootCauseInstanceOf(PortUnreachableException.class);
    }

    @Test
    void no_resolver_knows_the_name_that_does_not_exist() {
        Scenario scenario = scenario("srv-not-found");
        Inventory.Zone zone = lab.inventory().zoneOf(scenario.service());
        for (Endpoint resolver :
                List.of(zone.resolvers().get(0), zone.referenceResolvers().get(0))) {
            assertThatThrownBy(() -> Recorder.srv(resolver, scenario))
                    .isInstanceOfSatisfying(
                            DnsWithResponseCodeException.class,
                            e -> assertThat(e.getResponseCode()).isEqualTo(3));
        }
    }

    @Test
    void the_configuration_reads_back_as_the_inventory_and_knows_neither_targets_nor_ports() {
        assertThat(StrictYaml.read("mendline.yaml", lab.configuration(), Inventory.class))
                .isEqualTo(lab.inventory());
        assertThat(lab.inventory().targets()).isEmpty();
        assertThat(lab.scenarios()).allSatisfy(scenario -> {
            assertThat(lab.inventory().zoneOf(scenario.service()).name()).isEqualTo(scenario.zone());
            assertThat(lab.inventory().suffixOf(scenario.target())).isPresent();
            assertThat(HostNames.isName(scenario.target())).isTrue();
            assertThat(lab.configuration()).doesNotContain(scenario.target(), scenario.name());
        });
    }

    @Test
    void a_sink_that_fails_ends_the_run_and_closing_leaves_no_thread() throws Exception {
        List<Thread> before = List.copyOf(Thread.getAllStackTraces().keySet());
        Lab other = Lab.start(7);
        assertThatThrownBy(() -> other.run((service, line) -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessage("not every service was heard")
                .cause()
                .hasMessageStartingWith("the sink took no line of ")
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
            thread.join(1_000);
        }
        assertThat(left).noneMatch(Thread::isAlive);
        assertThatCode(other::close).doesNotThrowAnyException();
    }

    private static Scenario scenario(String name) {
        return lab.scenarios().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> errors(String scenario) {
        return recorder.errors(scenario(scenario));
    }

    private static List<String> texts(String scenario) {
        return recorder.texts(scenario(scenario));
    }

    private static boolean wasReachable(String scenario) {
        return recorder.wasReachableAtFirstLine(scenario(scenario));
    }
}
