package dev.mendline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.spi.dns.DnsWithResponseCodeException;
import dev.mendline.lab.dns.JndiDns;
import dev.mendline.lab.net.ClosedPort;
import dev.mendline.lab.net.Ports;
import dev.mendline.lab.scenario.Faults;
import dev.mendline.lab.scenario.ScenarioKind;
import dev.mendline.lab.world.ScenarioAssigner;
import dev.mendline.model.config.Inventory.Zone;
import dev.mendline.model.net.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.PortUnreachableException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All scenarios at once, each with its service, and what their logs say. */
class ScenariosTest {
    private static final long SEED = 42;
    private static final String WORDS = "words.txt";
    private static final Pattern WHY = Pattern.compile(
            "exception=\\{.*?\\}(?:, caused by \\{.*?\\})*\\}|srvResolutionException=.*?(?=, servers=)|type=REPLICA_SET_\\w+");

    private static Lab lab;
    private static Recorder recorder;

    /** The names that each zone's resolver was asked for by services alone. */
    private static Map<String, List<String>> asked;

    @BeforeAll
    static void run() {
        lab = Lab.start(SEED, Lab.catalog().stream().map(ScenarioKind::name).toList());
        recorder = new Recorder(lab);
        lab.run(recorder);
        asked = lab.inventory().zones().stream().collect(Collectors.toMap(Zone::name, zone -> lab.asked(zone.name())));
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @ParameterizedTest
    @CsvFileSource(resources = WORDS, delimiter = '|', quoteCharacter = '`')
    void the_log_shows_what_the_driver_ran_into(String name, String first, String second) {
        Scenario scenario = scenario(name);
        assertThat(recorder.errors(scenario))
                .as(name)
                .anySatisfy(text -> assertThat(text)
                        .contains(
                                first.replace("TARGET", scenario.target()),
                                second.replace("TARGET", scenario.target())));
    }

    @Test
    void every_scenario_of_the_catalog_has_its_words_and_the_demo_is_six_of_them() throws IOException {
        assertThat(table()).containsExactlyInAnyOrderElementsOf(names());
        assertThat(names()).containsAll(Lab.demo()).doesNotHaveDuplicates();
        assertThat(Lab.demo()).hasSize(6);
        assertThat(Lab.catalog()).extracting(ScenarioKind::title).doesNotHaveDuplicates();
        assertThat(Set.copyOf(Lab.catalog().stream().map(ScenarioKind::cause).toList()))
                .hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({
        "srv-not-found, srv-hidden",
        "not-listed, firewall",
        "alert-80, by-address",
        "certificate-self-signed, tls-intercepted",
        "connection-refused, healthy",
        "no-primary, healthy-failover",
        "certificate-expired, healthy-renewed"
    })
    void nothing_in_the_text_tells_two_causes_apart(String one, String other) {
        assertThat(reasons(one)).isNotEmpty().isEqualTo(reasons(other));
    }

    @Test
    void a_cut_connection_and_one_without_tls_end_alike() {
        String end = "com.mongodb.MongoSocketReadException: Prematurely reached end of stream";
        assertThat(recorder.errors(scenario("idle-cut"))).allMatch(text -> text.startsWith(end));
        assertThat(recorder.errors(scenario("tls-not-enabled")))
                .allMatch(text -> text.startsWith("com.mongodb.MongoTimeoutException") && text.contains(end));
    }

    /** Why a driver could not use any server, without what differs from deployment to deployment. */
    private static Set<String> reasons(String name) {
        Scenario scenario = scenario(name);
        return recorder.errors(scenario).stream()
                .flatMap(text -> WHY.matcher(text.lines().findFirst().orElse(""))
                        .results()
                        .map(MatchResult::group))
                .map(reason -> reason.replace(scenario.target(), "TARGET"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({"healthy", "healthy-failover", "healthy-renewed"})
    void who_is_well_again_was_so_before_anyone_read_the_log(String name) {
        assertThat(recorder.wasWellAtFirstLine(scenario(name))).isTrue();
        assertThat(recorder.texts(scenario(name)))
                .anySatisfy(text -> assertThat(text).contains("Monitor thread successfully connected to server"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_line_is_a_json_document_of_its_service_and_names_no_other(String name) {
        Scenario scenario = scenario(name);
        assertThat(recorder.documents(scenario)).isNotEmpty().allSatisfy(document -> {
            assertThat(document.path("service.name").asText()).isEqualTo(scenario.service());
            assertThat(document.hasNonNull("@timestamp")).isTrue();
            assertThat(document.path("log.logger").asText()).matches("org\\.mongodb\\.driver\\..*|com\\.example\\..*");
        });
        List<String> others = lab.scenarios().stream()
                .map(Scenario::target)
                .filter(target -> !target.equals(scenario.target()))
                .map(target -> target.substring(target.indexOf('.')))
                .toList();
        assertThat(recorder.lines(scenario))
                .allSatisfy(line -> assertThat(line).doesNotContain("\n").doesNotContain(others));
    }

    private static List<String> table() throws IOException {
        try (InputStream words = ScenariosTest.class.getResourceAsStream(WORDS)) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();
        }
    }

    private static List<String> names() {
        return Lab.catalog().stream().map(ScenarioKind::name).toList();
    }

    @Test
    void every_service_is_heard_and_no_line_holds_a_password() {
        assertThat(recorder.services())
                .containsExactlyInAnyOrderElementsOf(
                        lab.scenarios().stream().map(Scenario::service).toList());
        List<String> secrets = ScenarioAssigner.deal(SEED, Faults.ALL).stream()
                .flatMap(dealt -> Stream.of(dealt.password(), dealt.typed()))
                .flatMap(password -> Stream.of(password.split("[@/]")))
                .toList();
        assertThat(lab.scenarios())
                .flatMap(recorder::lines)
                .allSatisfy(line -> assertThat(line).doesNotContain(secrets));
    }

    @Test
    void what_another_client_of_this_process_runs_into_is_no_service_s_line() throws Exception {
        try (ClosedPort closed = ClosedPort.tcp();
                MongoClient probe = MongoClients.create("mongodb://" + Ports.LOOPBACK + ":" + closed.port()
                        + "/?appName=mendline-probe&serverSelectionTimeoutMS=200")) {
            assertThatThrownBy(() -> probe.listDatabaseNames().first()).isInstanceOf(MongoTimeoutException.class);
            assertThat(lab.scenarios())
                    .flatMap(recorder::lines)
                    .allSatisfy(line -> assertThat(line).doesNotContain("mendline-probe", ":" + closed.port()));
        }
    }

    @Test
    void a_service_asks_the_resolver_of_its_zone_and_no_other() {
        assertThat(asked.get(lab.referenceZone())).isEmpty();
        for (Scenario scenario : lab.scenarios()) {
            String domain = scenario.target().substring(scenario.target().indexOf('.'));
            boolean asks = scenario.namesTarget()
                    && !List.of("srv-refused", "by-address").contains(scenario.name());
            asked.forEach((zone, names) -> assertThat(names.stream().anyMatch(name -> name.endsWith(domain)))
                    .as(scenario.name() + " in " + zone)
                    .isEqualTo(asks && zone.equals(scenario.zone())));
        }
    }

    @Test
    void only_the_reference_resolver_knows_what_the_dead_one_should() {
        assertThat(Recorder.srv(reference(), scenario("srv-refused"))).isNotEmpty();
        assertThatThrownBy(() -> Recorder.srv(resolver("srv-refused"), scenario("srv-refused")))
                .hasRootCauseInstanceOf(PortUnreachableException.class);
    }

    @Test
    void a_name_that_is_hidden_is_known_elsewhere_and_one_that_is_gone_is_not() {
        assertThat(Recorder.srv(reference(), scenario("srv-hidden"))).isNotEmpty();
        for (Endpoint unknowing : List.of(resolver("srv-hidden"), resolver("srv-not-found"), reference())) {
            Scenario scenario = scenario(unknowing.equals(resolver("srv-hidden")) ? "srv-hidden" : "srv-not-found");
            assertThatThrownBy(() -> Recorder.srv(unknowing, scenario))
                    .isInstanceOfSatisfying(
                            DnsWithResponseCodeException.class,
                            e -> assertThat(e.getResponseCode()).isEqualTo(3));
        }
    }

    @ParameterizedTest
    @CsvSource({"firewall, true", "tls-intercepted, true", "not-listed, false", "certificate-self-signed, false"})
    void a_zone_may_be_given_other_addresses_behind_which_all_is_well(String name, boolean differs) throws Exception {
        String host = lab.access(scenario(name)).hosts().get(0).split(" ")[1];
        assertThat(address(resolver(name), host).equals(address(reference(), host)))
                .isNotEqualTo(differs);
    }

    private static String address(Endpoint resolver, String host) throws UnknownHostException {
        return new JndiDns(resolver).lookupByName(host).get(0).getHostAddress();
    }

    private static Endpoint resolver(String name) {
        return lab.inventory()
                .zone(scenario(name).zone())
                .orElseThrow()
                .resolvers()
                .get(0);
    }

    private static Endpoint reference() {
        return lab.inventory()
                .zone(lab.referenceZone())
                .orElseThrow()
                .resolvers()
                .get(0);
    }

    private static Scenario scenario(String name) {
        return lab.scenarios().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
