package dev.mendline.probes.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mendline.lab.dns.DnsFault;
import dev.mendline.lab.dns.DnsServer;
import dev.mendline.lab.dns.ZoneData;
import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.HostFacts;
import dev.mendline.model.facts.ResolverAnswer;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.ProbeContract;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostProbeTest extends ProbeContract {
    private static final String PUBLIC = " A 52.1.2.3";
    private static final String PRIVATE = " A 10.1.2.3";

    @Override
    public String id() {
        return "dns-host";
    }

    private static HostFacts facts(Finding finding) {
        return (HostFacts) finding.facts();
    }

    private static DnsServer knowing(String... records) throws IOException {
        return DnsServer.start(ZoneData.of(records));
    }

    private static List<Difference> differences(String host, String own, String reference) throws IOException {
        try (DnsServer zone = knowing(host + own);
                DnsServer other = knowing(host + reference)) {
            return facts(Lookout.at(zone).comparedWith(other).run("dns-host", Lookout.TARGET, Node.of(host)))
                    .differences();
        }
    }

    @Test
    void gives_the_addresses_of_both_kinds_and_one_answer_per_resolver() throws IOException {
        try (DnsServer dns = knowing(Lookout.NODE + " AAAA 2600:1f18::7", Lookout.NODE + PUBLIC)) {
            Finding finding = Lookout.at(dns).run("dns-host");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(facts(finding).addresses()).containsExactly("52.1.2.3", "2600:1f18:0:0:0:0:0:7");
            assertThat(facts(finding).privateAddresses()).isFalse();
            assertThat(facts(finding).own()).isNull();
            assertThat(facts(finding).differences()).isEmpty();
            assertThat(facts(finding).system())
                    .extracting(ResolverAnswer::status, ResolverAnswer::records, ResolverAnswer::overTcp)
                    .containsExactly(tuple(Reason.ANSWERED, 2, Reason.ANSWERED));
        }
    }

    @Test
    void follows_an_alias_and_marks_private_addresses() throws IOException {
        try (DnsServer dns =
                knowing(Lookout.NODE + " CNAME vpce-1.region.example.", "vpce-1.region.example" + PRIVATE)) {
            Finding finding = Lookout.at(dns).run("dns-host");

            assertThat(facts(finding).addresses()).containsExactly("10.1.2.3");
            assertThat(facts(finding).privateAddresses()).isTrue();
            assertThat(finding.transcript()).contains("  10.1.2.3 (private (RFC 1918))");
        }
    }

    @Test
    void sees_private_addresses_that_the_public_dns_does_not_give() throws IOException {
        assertThat(differences(Lookout.NODE, PRIVATE, PUBLIC))
                .containsExactly(Difference.RECORDS_DIFFER, Difference.PRIVATE_HERE_ONLY);
    }

    @Test
    void sees_public_addresses_where_another_resolver_gives_private_ones() throws IOException {
        assertThat(differences(Lookout.NODE, PUBLIC, PRIVATE))
                .containsExactly(Difference.RECORDS_DIFFER, Difference.PUBLIC_WHERE_PRIVATE_IS_DUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amber-pl-0.q7f3k.mongodb.net",
                "amber-shard-00-00-pl-0.q7f3k.mongodb.net",
                "pl-0-eu-west-1.q7f3k.mongodb.net",
                "amber-shard-00-00-pri.q7f3k.mongodb.net"
            })
    void sees_public_addresses_where_the_name_wants_private_ones(String host) throws IOException {
        assertThat(differences(host, PUBLIC, PUBLIC)).containsExactly(Difference.PUBLIC_WHERE_PRIVATE_IS_DUE);
        assertThat(differences(host, PRIVATE, PRIVATE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shop-pl-prod.q7f3k.mongodb.net", "amber-primary.q7f3k.mongodb.net", "pl.q7f3k.mongodb.net"})
    void takes_no_other_name_for_one_of_a_private_endpoint(String host) throws IOException {
        assertThat(differences(host, PUBLIC, PUBLIC)).isEmpty();
    }

    @Test
    void finds_the_srv_record_of_a_name_without_an_address() throws IOException {
        try (DnsServer dns =
                knowing(Lookout.SRV + " SRV 0 0 27017 " + Lookout.NODE, Lookout.TARGET + " TXT authSource=admin")) {
            Finding finding = Lookout.at(dns).run("dns-host", Lookout.TARGET, null);

            assertThat(finding.reason()).isEqualTo(Reason.NODATA);
            assertThat(facts(finding).name()).isEqualTo(Lookout.TARGET);
            assertThat(facts(finding).differences())
                    .containsExactly(Difference.GONE_EVERYWHERE, Difference.SRV_WITHOUT_ADDRESS);
            assertThat(finding.transcript())
                    .contains("SRV " + Lookout.SRV)
                    .contains(
                            "The name has an SRV record and no address: use it with mongodb+srv://, not as a host name");
        }
    }

    @Test
    void asks_for_no_srv_record_of_a_name_that_has_an_address() throws IOException {
        try (DnsServer dns = knowing(Lookout.NODE + PUBLIC)) {
            Lookout.at(dns).run("dns-host");

            assertThat(dns.queries()).extracting(DnsServer.Query::type).containsOnly("A", "AAAA");
        }
    }

    @Test
    void passes_when_one_kind_of_address_is_there_and_the_other_cannot_be_asked_for() throws IOException {
        try (DnsServer dns = DnsServer.start(
                ZoneData.of(Lookout.NODE + PUBLIC).when(query -> query.type().equals("AAAA"), DnsFault.silence()))) {
            Finding finding = Lookout.at(dns).run("dns-host");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(facts(finding).addresses()).containsExactly("52.1.2.3");
        }
    }
}
