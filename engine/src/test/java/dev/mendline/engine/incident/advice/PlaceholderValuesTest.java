package dev.mendline.engine.incident.advice;

import static dev.mendline.engine.incident.SmallCatalog.TROUBLE_AT_THREE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.incident.Desk;
import dev.mendline.engine.incident.SmallCatalog;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.ConnectionsFacts;
import dev.mendline.model.facts.ResolverAnswer;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.facts.TlsFacts;
import dev.mendline.model.facts.TxtFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The real names in sentences, strings and commands. */
class PlaceholderValuesTest {
    private static final String STEPS = """
            advice:
              summary: S.
              steps:
                - do: Without SRV.
                  copy: "{seedlist}"
                - do: Ask it.
                  unix: dig @{reference} SRV _mongodb._tcp.{target}; nc -zv {host} {port}; ping {address}
                  windows: nslookup -q=SRV _mongodb._tcp.{target} {reference}
                - The record says {options}.
            """;

    private static Desk desk(SourceFile... causes) {
        return new Desk(SmallCatalog.of(causes), Inventory.DEFAULT, EngineSettings.DEFAULT);
    }

    private static SourceFile dns(String probes) {
        return SmallCatalog.cause("dns", "probes: " + probes + "\n" + STEPS);
    }

    private static ResolverAnswer answer(String resolver) {
        return new ResolverAnswer(resolver, "udp", Reason.ANSWERED, 1, 1, Reason.ANSWERED);
    }

    private static SrvFacts srv(String reference) {
        return new SrvFacts(
                "_mongodb._tcp.c.ab1cd.mongodb.net",
                List.of(),
                List.of(answer(reference)),
                List.of(Node.of("c-shard-00-01.ab1cd.mongodb.net"), Node.of("c-shard-00-02.ab1cd.mongodb.net:27018")),
                false,
                List.of());
    }

    private static TxtFacts txt(String... options) {
        return new TxtFacts("c", List.of(), List.of(), 1, List.of(options), List.of(), List.of());
    }

    private static String step(Incident incident, int number) {
        return incident.advice().steps().get(number);
    }

    @Test
    void the_string_without_srv_is_built_from_the_srv_and_txt_records() {
        Desk desk = desk(dns("[dns-srv, dns-txt]"));
        desk.log(TROUBLE_AT_THREE);
        desk.passed(desk.request("dns-srv local"), srv("10.0.0.3:53"));
        Incident incident =
                desk.passed(desk.request("dns-txt local"), txt("authSource=admin", "replicaSet=atlas-abc123-shard-0"));

        assertThat(step(incident, 0))
                .isEqualTo("Without SRV.\nmongodb://<user>:<password>@c-shard-00-01.ab1cd.mongodb.net:27017,"
                        + "c-shard-00-02.ab1cd.mongodb.net:27018"
                        + "/?tls=true&authSource=admin&replicaSet=atlas-abc123-shard-0");
        assertThat(step(incident, 2)).isEqualTo("The record says authSource=admin&replicaSet=atlas-abc123-shard-0.");
    }

    @Test
    void an_option_that_is_not_of_an_options_form_is_not_repeated() {
        Desk desk = desk(dns("[dns-srv, dns-txt]"));
        desk.log(TROUBLE_AT_THREE);
        desk.passed(desk.request("dns-srv local"), srv("10.0.0.3:53"));
        Incident incident =
                desk.passed(desk.request("dns-txt local"), txt("replicaSet=$(reboot)", "authSource=a\nb", "x=;rm"));

        assertThat(step(incident, 0)).endsWith("/?tls=true&authSource=admin");
        assertThat(step(incident, 2)).isEqualTo("The record says no options.");
    }

    @Test
    void a_command_gets_the_resolver_as_dig_wants_it() {
        Desk desk = desk(dns("[dns-srv]"));
        desk.log(TROUBLE_AT_THREE);
        Incident usual = desk.passed(desk.request("dns-srv local"), srv("10.0.0.3:53"));
        assertThat(step(usual, 1))
                .contains("Linux/macOS: dig @10.0.0.3 SRV _mongodb._tcp.c.ab1cd.mongodb.net; nc -zv"
                        + " c-shard-00-01.ab1cd.mongodb.net 27017; ping ADDRESS")
                .contains("Windows: nslookup -q=SRV _mongodb._tcp.c.ab1cd.mongodb.net 10.0.0.3");

        Desk other = desk(dns("[dns-srv]"));
        other.log(TROUBLE_AT_THREE);
        assertThat(step(other.passed(other.request("dns-srv local"), srv("127.0.0.1:5353")), 1))
                .contains("dig @127.0.0.1 -p 5353 SRV")
                .contains("mongodb.net 127.0.0.1");
    }

    @Test
    void what_is_no_address_does_not_reach_a_command() {
        Desk desk = desk(dns("[dns-srv, tcp]"));
        desk.log(TROUBLE_AT_THREE);
        desk.passed(desk.request("dns-srv local"), srv("10.0.0.3; reboot"));
        Incident incident = desk.failed(
                desk.request("tcp n1 local"),
                Reason.REFUSED,
                new TcpFacts(
                        "c-shard-00-01.ab1cd.mongodb.net",
                        27017,
                        List.of(new Attempt("$(reboot)", Reason.REFUSED, 1)),
                        null));

        assertThat(step(incident, 1))
                .contains("dig @REFERENCE SRV", "ping ADDRESS")
                .doesNotContain("reboot");
    }

    @Test
    void a_sentence_names_the_node_that_failed_what_its_condition_asks() {
        Desk desk = desk(SmallCatalog.CERTIFICATE);
        desk.log(TROUBLE_AT_THREE);
        desk.failed(desk.request("tcp n1 local"), Reason.REFUSED, null);
        desk.answer(desk.request("tcp n2 local"), new Outcome.Passed(), null);
        desk.answer(desk.request("tcp n3 local"), new Outcome.Passed(), null);
        TlsFacts.Certificate leaf = new TlsFacts.Certificate(
                "CN=n2", "CN=Lab", List.of("n2.example", "n3.example"), "2026-01-01T00:00:00Z", "2026-10-01T00:00:00Z");
        Incident incident = desk.failed(
                desk.request("tls n2 local"),
                Reason.EXPIRED,
                new TlsFacts(
                        "c-shard-00-02.ab1cd.mongodb.net",
                        27017,
                        "10.0.0.9",
                        "TLSv1.3",
                        null,
                        List.of(leaf),
                        "CN=Lab",
                        true,
                        true,
                        false));

        assertThat(incident.diagnosis().candidates().get(0).because())
                .isEqualTo("The certificate of c-shard-00-02.ab1cd.mongodb.net for n2.example, n3.example, signed by"
                        + " CN=Lab, ran out on 2026-10-01T00:00:00Z.");
    }

    @Test
    void connections_are_told_as_the_node_counts_them() {
        Desk desk = desk(SmallCatalog.LIMIT);
        desk.log(TROUBLE_AT_THREE);
        Incident incident = desk.passed(
                desk.request("connections n1 local"),
                new ConnectionsFacts(
                        "c-shard-00-01.ab1cd.mongodb.net", 27017, "10.0.0.9", 485, 15, 97, 9_000, null, null));

        assertThat(incident.diagnosis().candidates().get(0).because())
                .isEqualTo("c-shard-00-01.ab1cd.mongodb.net has 485 connections open, 97 % of what it takes, and 15"
                        + " left.");
    }
}
