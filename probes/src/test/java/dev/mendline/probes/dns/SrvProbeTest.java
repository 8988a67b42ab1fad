package dev.mendline.probes.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mendline.model.Endpoint;
import dev.mendline.model.Finding;
import dev.mendline.model.Node;
import dev.mendline.model.Outcome;
import dev.mendline.model.Reason;
import dev.mendline.model.ResolverAnswer;
import dev.mendline.model.SrvFacts;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.ProbeContract;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Rcode;

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

    @Test
    void names_the_nodes_of_a_healthy_deployment() {
        try (FakeDns dns = FakeDns.knowing(RECORDS)) {
            Finding finding = Lookout.at(dns).run("dns-srv");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(facts(finding).name()).isEqualTo(Lookout.SRV);
            assertThat(facts(finding).nodes())
                    .containsExactly(
                            Node.of("amber-shard-00-00.q7f3k.mongodb.net:27016"),
                            Node.of("amber-shard-00-01.q7f3k.mongodb.net:27017"));
            assertThat(facts(finding).outsideParent()).isFalse();
            assertThat(dns.asked).containsExactly("udp SRV " + Lookout.SRV);
            assertThat(finding.at()).isEqualTo(Lookout.NOW);
            assertThat(finding.vantage().egress()).containsExactly("192.0.2.7");
        }
    }

    @Test
    void tells_a_dead_resolver_from_a_reference_that_answers() {
        Endpoint dead = FakeDns.dead();
        try (FakeDns reference = FakeDns.knowing(RECORDS)) {
            Finding finding = Lookout.at(dead).comparedWith(reference).run("dns-srv");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.FAILED);
            assertThat(finding.reason()).isEqualTo(Reason.REFUSED);
            assertThat(facts(finding).system())
                    .extracting(ResolverAnswer::resolver, ResolverAnswer::status, ResolverAnswer::records)
                    .containsExactly(tuple(dead.toString(), Reason.REFUSED, 0));
            assertThat(facts(finding).reference())
                    .extracting(ResolverAnswer::status, ResolverAnswer::records)
                    .containsExactly(tuple(Reason.ANSWERED, 2));
            assertThat(facts(finding).nodes()).hasSize(2);
            assertThat(String.join("\n", finding.transcript()))
                    .contains("resolver " + dead + ": refused, nothing listens there (udp, ")
                    .contains("reference " + reference.endpoint() + ": 2 records (udp, ");
        }
    }

    @Test
    void says_that_nobody_knows_the_name_when_all_say_so() {
        try (FakeDns own = FakeDns.knowing();
                FakeDns reference = FakeDns.knowing()) {
            Finding finding = Lookout.at(own).comparedWith(reference).run("dns-srv");

            assertThat(finding.reason()).isEqualTo(Reason.NXDOMAIN);
            assertThat(facts(finding).system())
                    .extracting(ResolverAnswer::status)
                    .containsOnly(Reason.NXDOMAIN);
            assertThat(facts(finding).reference())
                    .extracting(ResolverAnswer::status)
                    .containsOnly(Reason.NXDOMAIN);
            assertThat(facts(finding).nodes()).isEmpty();
        }
    }

    @Test
    void passes_when_one_of_the_zones_resolvers_answers() {
        try (FakeDns good = FakeDns.knowing(RECORDS)) {
            assertThat(Lookout.at(FakeDns.dead(), good.endpoint())
                            .run("dns-srv")
                            .outcome())
                    .isEqualTo(Outcome.Kind.PASSED);
        }
    }

    @Test
    void calls_it_a_disagreement_when_the_zones_resolvers_fail_differently() {
        try (FakeDns failing = FakeDns.failing(Rcode.SERVFAIL)) {
            assertThat(Lookout.at(FakeDns.dead(), failing.endpoint())
                            .run("dns-srv")
                            .reason())
                    .isEqualTo(Reason.DISAGREEMENT);
        }
    }

    @Test
    void asks_again_over_tcp_when_the_answer_was_cut_short() {
        try (FakeDns cutting = FakeDns.truncating(RECORDS)) {
            Finding finding = Lookout.at(cutting).run("dns-srv");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(facts(finding).system())
                    .extracting(ResolverAnswer::transport)
                    .containsExactly("tcp");
            assertThat(cutting.asked).containsExactly("udp SRV " + Lookout.SRV, "tcp SRV " + Lookout.SRV);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "amber-shard-00-00.evil.example.,    27017, true",
        "q7f3k.mongodb.net.,                 27017, true",
        "amber-shard-00-00.xq7f3k.mongodb.net., 27017, true",
        "127.0.0.1.,                         27017, false",
        "169.254.169.254.,                   27017, false",
        "localhost.,                         27017, true",
        ".,                                  27017, false",
        "a\\.b@c.q7f3k.mongodb.net.,         27017, false",
        "amber-shard-00-00.q7f3k.mongodb.net.,   0, false",
    })
    void refuses_nodes_that_drivers_refuse(String host, int port, boolean outside) {
        try (FakeDns dns = FakeDns.knowing(Lookout.SRV + " SRV 0 0 " + port + " " + host)) {
            Finding finding = Lookout.at(dns).run("dns-srv");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.FAILED);
            assertThat(finding.reason()).isEqualTo(Reason.MALFORMED);
            assertThat(facts(finding).outsideParent()).isEqualTo(outside);
        }
    }

    @Test
    void keeps_to_fifty_nodes() {
        String[] many = IntStream.range(0, 60)
                .mapToObj(n -> Lookout.SRV + " SRV 0 0 27017 n" + n + ".q7f3k.mongodb.net.")
                .toArray(String[]::new);
        try (FakeDns dns = FakeDns.knowing(many)) {
            Finding finding = Lookout.at(dns).run("dns-srv");

            assertThat(facts(finding).nodes()).hasSize(SrvFacts.MAX_NODES);
            assertThat(facts(finding).system().get(0).records()).isEqualTo(60);
        }
    }

    @Test
    void has_nothing_to_ask_for_a_name_that_the_service_prefix_makes_too_long() {
        String label = "a".repeat(59) + ".";
        String name = label.repeat(4) + "mongodb.net";

        Finding finding = Lookout.at(FakeDns.dead()).run("dns-srv", name, null);

        assertThat(name).hasSizeLessThanOrEqualTo(253);
        assertThat(finding.reason()).isEqualTo(Reason.NOTHING_TO_PROBE);
    }
}
