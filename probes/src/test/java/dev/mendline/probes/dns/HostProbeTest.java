package dev.mendline.probes.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mendline.model.Finding;
import dev.mendline.model.HostFacts;
import dev.mendline.model.Outcome;
import dev.mendline.model.Reason;
import dev.mendline.model.ResolverAnswer;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.ProbeContract;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

class HostProbeTest extends ProbeContract {
    @Override
    public String id() {
        return "dns-host";
    }

    private static HostFacts facts(Finding finding) {
        return (HostFacts) finding.facts();
    }

    @Test
    void gives_the_addresses_of_both_kinds_and_one_answer_per_resolver() {
        try (FakeDns dns = FakeDns.knowing(Lookout.NODE + " AAAA 2600:1f18::7", Lookout.NODE + " A 52.1.2.3")) {
            Finding finding = Lookout.at(dns).run("dns-host");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(facts(finding).addresses()).containsExactly("52.1.2.3", "2600:1f18:0:0:0:0:0:7");
            assertThat(facts(finding).privateAddresses()).isFalse();
            assertThat(facts(finding).system())
                    .extracting(ResolverAnswer::status, ResolverAnswer::records)
                    .containsExactly(tuple(Reason.ANSWERED, 2));
        }
    }

    @Test
    void follows_an_alias_and_marks_private_addresses() {
        try (FakeDns dns =
                FakeDns.knowing(Lookout.NODE + " CNAME vpce-1.region.example.", "vpce-1.region.example A 10.1.2.3")) {
            Finding finding = Lookout.at(dns).run("dns-host");

            assertThat(facts(finding).addresses()).containsExactly("10.1.2.3");
            assertThat(facts(finding).privateAddresses()).isTrue();
            assertThat(finding.transcript()).contains("  10.1.2.3 (private (RFC 1918))");
        }
    }

    @Test
    void takes_no_address_that_was_not_asked_for() {
        try (FakeDns smuggling = FakeDns.answering((query, transport) -> {
            var reply = FakeDns.reply(query, Rcode.NOERROR);
            reply.addRecord(FakeDns.records("other.example A 127.0.0.1").get(0), Section.ANSWER);
            return reply.toWire(65535);
        })) {
            assertThat(Lookout.at(smuggling).run("dns-host").reason()).isEqualTo(Reason.NODATA);
        }
    }

    @Test
    void looks_at_the_deployments_own_name_when_the_request_names_no_node() {
        try (FakeDns dns = FakeDns.knowing(Lookout.SRV + " SRV 0 0 27017 " + Lookout.NODE + ".")) {
            Finding finding = Lookout.at(dns).run("dns-host", Lookout.TARGET, null);

            assertThat(finding.reason()).isEqualTo(Reason.NXDOMAIN);
            assertThat(facts(finding).name()).isEqualTo(Lookout.TARGET);
        }
    }
}
