package dev.mendline.probes.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mendline.lab.dns.DnsFault;
import dev.mendline.lab.dns.DnsResponder.Transport;
import dev.mendline.lab.dns.DnsServer;
import dev.mendline.lab.dns.ZoneData;
import dev.mendline.lab.net.ClosedPort;
import dev.mendline.lab.net.Ports;
import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.ResolverAnswer;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.net.Endpoint;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.ProbeContract;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SrvProbeTest extends ProbeContract {
    private static final String[] RECORDS = {
        Lookout.SRV + " SRV 0 0 27017 amber-shard-00-01.q7f3k.mongodb.net.",
        Lookout.SRV + " SRV 0 0 27016 amber-shard-00-00.q7f3k.mongodb.net."
    };

    @Override
    public String id() {
        return "dns-srv";
    }

    private static SrvFacts facts(Finding finding) {
        return (SrvFacts) finding.facts();
    }

    private static DnsServer knowing(String... records) throws IOException {
        return DnsServer.start(ZoneData.of(records));
    }

    private static DnsServer failing(DnsFault fault) throws IOException {
        return DnsServer.start(ZoneData.of(RECORDS).with(fault));
    }

    private static Endpoint at(ClosedPort closed) {
        return new Endpoint(Ports.LOOPBACK, closed.port());
    }

    @Test
    void names_the_nodes_of_a_healthy_deployment() throws IOException {
        try (DnsServer dns = knowing(RECORDS)) {
            Finding finding = Lookout.at(dns).run("dns-srv");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(facts(finding).name()).isEqualTo(Lookout.SRV);
            assertThat(facts(finding).nodes())
                    .containsExactly(
                            Node.of("amber-shard-00-00.q7f3k.mongodb.net:27016"),
                            Node.of("amber-shard-00-01.q7f3k.mongodb.net:27017"));
            assertThat(facts(finding).outsideParent()).isFalse();
            assertThat(facts(finding).differences()).isEmpty();
            assertThat(finding.at()).isEqualTo(Lookout.NOW);
            assertThat(finding.vantage().egress()).containsExactly("192.0.2.7");
        }
    }

    @Test
    void asks_once_as_a_driver_does_and_once_over_tcp_from_the_start() throws IOException {
        try (DnsServer dns = knowing(RECORDS)) {
            Finding finding = Lookout.at(dns).run("dns-srv");

            assertThat(dns.queries())
                    .containsExactlyInAnyOrder(
                            new DnsServer.Query(Lookout.SRV, "SRV", Transport.UDP),
                            new DnsServer.Query(Lookout.SRV, "SRV", Transport.TCP));
            assertThat(facts(finding).system())
                    .extracting(ResolverAnswer::transport, ResolverAnswer::status, ResolverAnswer::overTcp)
                    .containsExactly(tuple("udp", Reason.ANSWERED, Reason.ANSWERED));
            assertThat(finding.transcript().get(1))
                    .matches("  resolver " + dns.endpoint()
                            + ": 2 records \\(udp, \\d+ ms\\); over tcp: 2 records \\(\\d+ ms\\)");
        }
    }

    @Test
    void tells_a_dead_resolver_from_a_reference_that_answers() throws IOException {
        try (ClosedPort dead = ClosedPort.tcpAndUdp();
                DnsServer reference = knowing(RECORDS)) {
            Finding finding = Lookout.at(at(dead)).comparedWith(reference).run("dns-srv");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.FAILED);
            assertThat(finding.reason()).isEqualTo(Reason.REFUSED);
            assertThat(facts(finding).system())
                    .extracting(
                            ResolverAnswer::resolver,
                            ResolverAnswer::status,
                            ResolverAnswer::records,
                            ResolverAnswer::overTcp)
                    .containsExactly(tuple(at(dead).toString(), Reason.REFUSED, 0, Reason.REFUSED));
            assertThat(facts(finding).reference())
                    .extracting(ResolverAnswer::status, ResolverAnswer::records)
                    .containsExactly(tuple(Reason.ANSWERED, 2));
            assertThat(facts(finding).nodes()).hasSize(2);
            assertThat(facts(finding).differences()).containsExactly(Difference.FAILS_HERE_ONLY);
            assertThat(String.join("\n", finding.transcript()))
                    .contains("resolver " + at(dead) + ": refused, nothing listens there (udp, ")
                    .contains("reference " + reference.endpoint() + ": 2 records (udp, ")
                    .contains("A reference resolver returns the records, the zone's resolvers do not");
        }
    }

    @Test
    void says_that_nobody_knows_the_name_when_all_who_can_be_asked_say_so() throws IOException {
        try (DnsServer own = knowing();
                DnsServer noRecord = failing(DnsFault.noData());
                ClosedPort dead = ClosedPort.tcpAndUdp()) {
            Finding finding =
                    Lookout.at(own).comparedWith(noRecord.endpoint(), at(dead)).run("dns-srv");

            assertThat(finding.reason()).isEqualTo(Reason.NXDOMAIN);
            assertThat(facts(finding).nodes()).isEmpty();
            assertThat(facts(finding).differences()).containsExactly(Difference.GONE_EVERYWHERE);
        }
    }

    @Test
    void does_not_say_so_when_a_resolver_fails_or_all_are_dead() throws IOException {
        try (DnsServer own = knowing();
                DnsServer failing = failing(DnsFault.servfail());
                ClosedPort dead = ClosedPort.tcpAndUdp()) {
            assertThat(facts(Lookout.at(own).comparedWith(failing).run("dns-srv"))
                            .differences())
                    .isEmpty();
            assertThat(facts(Lookout.at(at(dead)).run("dns-srv")).differences()).isEmpty();
        }
    }

    @Test
    void knows_a_name_of_a_private_view() throws IOException {
        try (DnsServer own = knowing(RECORDS);
                DnsServer reference = knowing()) {
            Finding finding = Lookout.at(own).comparedWith(reference).run("dns-srv");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(facts(finding).differences()).containsExactly(Difference.KNOWN_HERE_ONLY);
        }
    }

    @Test
    void does_not_care_in_which_order_the_records_stand_but_for_what_they_say() throws IOException {
        try (DnsServer own = knowing(RECORDS);
                DnsServer reversed = knowing(RECORDS[1], RECORDS[0]);
                DnsServer fewer = knowing(RECORDS[0])) {
            assertThat(facts(Lookout.at(own).comparedWith(reversed).run("dns-srv"))
                            .differences())
                    .isEmpty();
            assertThat(facts(Lookout.at(own).comparedWith(fewer).run("dns-srv")).differences())
                    .containsExactly(Difference.RECORDS_DIFFER);
        }
    }

    @Test
    void passes_when_one_of_the_zones_resolvers_answers() throws IOException {
        try (ClosedPort dead = ClosedPort.tcpAndUdp();
                DnsServer good = knowing(RECORDS)) {
            assertThat(Lookout.at(at(dead), good.endpoint()).run("dns-srv").outcome())
                    .isEqualTo(Outcome.Kind.PASSED);
        }
    }

    @Test
    void calls_it_a_disagreement_when_the_zones_resolvers_fail_differently() throws IOException {
        try (ClosedPort dead = ClosedPort.tcpAndUdp();
                DnsServer failing = failing(DnsFault.servfail())) {
            assertThat(Lookout.at(at(dead), failing.endpoint()).run("dns-srv").reason())
                    .isEqualTo(Reason.DISAGREEMENT);
        }
    }

    @Test
    void asks_again_over_tcp_when_the_answer_was_cut_short() throws IOException {
        try (DnsServer large = knowing(many(28))) {
            Finding finding = Lookout.at(large).run("dns-srv");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(facts(finding).nodes()).hasSize(28);
            assertThat(facts(finding).system())
                    .extracting(ResolverAnswer::transport, ResolverAnswer::records)
                    .containsExactly(tuple("tcp", 28));
            assertThat(facts(finding).differences()).isEmpty();
            assertThat(finding.transcript().get(1)).contains(": 28 records (tcp after a cut answer over udp, ");
        }
    }

    @Test
    void says_that_a_large_answer_is_lost_when_it_is_cut_and_nothing_listens_on_tcp() throws IOException {
        try (DnsServer large = DnsServer.startWithoutTcp(ZoneData.of(many(28)));
                DnsServer reference = knowing(many(28))) {
            Finding finding = Lookout.at(large).comparedWith(reference).run("dns-srv");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.FAILED);
            assertThat(finding.reason()).isEqualTo(Reason.REFUSED);
            assertThat(facts(finding).system())
                    .extracting(ResolverAnswer::transport, ResolverAnswer::status, ResolverAnswer::overTcp)
                    .containsExactly(tuple("tcp", Reason.REFUSED, Reason.REFUSED));
            assertThat(facts(finding).differences())
                    .containsExactly(Difference.FAILS_HERE_ONLY, Difference.LARGE_ANSWER_LOST);
        }
    }

    @Test
    void says_that_a_large_answer_is_lost_over_udp_when_tcp_brings_it_and_names_its_nodes() throws IOException {
        try (DnsServer lossy = DnsServer.start(ZoneData.of(many(28)).with(DnsFault.lostOverUdp()))) {
            Finding finding = Lookout.at(lossy).run("dns-srv");

            assertThat(finding.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(facts(finding).system())
                    .extracting(ResolverAnswer::transport, ResolverAnswer::status, ResolverAnswer::overTcp)
                    .containsExactly(tuple("udp", Reason.TIMED_OUT, Reason.ANSWERED));
            assertThat(facts(finding).differences()).containsExactly(Difference.LARGE_ANSWER_LOST);
            assertThat(facts(finding).nodes()).hasSize(28);
        }
    }

    @Test
    void does_not_take_a_lost_datagram_for_a_large_answer() throws IOException {
        try (DnsServer lossy = failing(DnsFault.lostOverUdp())) {
            Finding finding = Lookout.at(lossy).run("dns-srv");

            assertThat(facts(finding).system())
                    .extracting(ResolverAnswer::status, ResolverAnswer::overTcp)
                    .containsExactly(tuple(Reason.TIMED_OUT, Reason.ANSWERED));
            assertThat(facts(finding).differences()).isEmpty();
            assertThat(facts(finding).nodes()).hasSize(2);
        }
    }

    @Test
    void waits_for_a_slow_resolver_within_its_limit() throws IOException {
        try (DnsServer slow = failing(DnsFault.slow(Duration.ofMillis(100)))) {
            Finding finding = Lookout.at(slow).run("dns-srv");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(facts(finding).system().get(0).millis()).isBetween(100L, 400L);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "amber-shard-00-00.evil.example.,    27017, OUTSIDE_PARENT",
        "q7f3k.mongodb.net.,                 27017, OUTSIDE_PARENT",
        "amber-shard-00-00.xq7f3k.mongodb.net., 27017, OUTSIDE_PARENT",
        "127.0.0.1.,                         27017, MALFORMED",
        "169.254.169.254.,                   27017, MALFORMED",
        "localhost.,                         27017, OUTSIDE_PARENT",
        ".,                                  27017, MALFORMED",
        "a\\.b@c.q7f3k.mongodb.net.,         27017, MALFORMED",
        "amber-shard-00-00.q7f3k.mongodb.net.,   0, MALFORMED",
    })
    void refuses_nodes_that_drivers_refuse(String host, int port, Reason reason) throws IOException {
        try (DnsServer dns = knowing(Lookout.SRV + " SRV 0 0 " + port + " " + host)) {
            Finding finding = Lookout.at(dns).run("dns-srv");

            boolean outside = reason == Reason.OUTSIDE_PARENT;
            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.FAILED);
            assertThat(finding.reason()).isEqualTo(reason);
            assertThat(facts(finding).outsideParent()).isEqualTo(outside);
            assertThat(facts(finding).differences())
                    .hasSize(outside ? 1 : 0)
                    .allMatch(Difference.OUTSIDE_PARENT::equals);
        }
    }

    @Test
    void keeps_to_fifty_nodes() throws IOException {
        try (DnsServer dns = knowing(many(60))) {
            Finding finding = Lookout.at(dns).run("dns-srv");

            assertThat(facts(finding).nodes()).hasSize(SrvFacts.MAX_NODES);
            assertThat(facts(finding).system().get(0).records()).isEqualTo(60);
        }
    }

    private static String[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> Lookout.SRV + " SRV 0 0 27017 amber-shard-00-" + n + ".q7f3k.mongodb.net.")
                .toArray(String[]::new);
    }

    @Test
    void has_nothing_to_ask_for_a_name_that_the_service_prefix_makes_too_long() throws IOException {
        String label = "a".repeat(59) + ".";
        String name = label.repeat(4) + "mongodb.net";
        try (DnsServer dns = knowing()) {
            Finding finding = Lookout.at(dns).run("dns-srv", name, null);

            assertThat(name).hasSizeLessThanOrEqualTo(253);
            assertThat(finding.reason()).isEqualTo(Reason.NOTHING_TO_PROBE);
            assertThat(dns.queries()).isEmpty();
        }
    }
}
