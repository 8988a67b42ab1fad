package dev.mendline.probes.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.lab.dns.DnsFault;
import dev.mendline.lab.dns.DnsServer;
import dev.mendline.lab.dns.ZoneData;
import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.TxtFacts;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.ProbeContract;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TxtProbeTest extends ProbeContract {
    @Override
    public String id() {
        return "dns-txt";
    }

    /** A deployment without the record is none the worse. */
    @Override
    public @Nullable Reason expected(Reason resolvers) {
        return resolvers == Reason.NXDOMAIN || resolvers == Reason.NODATA ? null : resolvers;
    }

    private static TxtFacts facts(Finding finding) {
        return (TxtFacts) finding.facts();
    }

    private static DnsServer holding(String... texts) throws IOException {
        return DnsServer.start(ZoneData.of(Arrays.stream(texts)
                .map(text -> Lookout.TARGET + " TXT " + text)
                .toArray(String[]::new)));
    }

    private static Finding find(String... texts) throws IOException {
        try (DnsServer dns = holding(texts)) {
            return Lookout.at(dns).run("dns-txt");
        }
    }

    @Test
    void gives_the_options_that_drivers_take_from_it() throws IOException {
        Finding finding = find("\"authSource=admin&replicaSet=atlas-abc123-shard-0\"");

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
        assertThat(facts(finding).name()).isEqualTo(Lookout.TARGET);
        assertThat(facts(finding).records()).isEqualTo(1);
        assertThat(facts(finding).options()).containsExactly("authSource=admin", "replicaSet=atlas-abc123-shard-0");
        assertThat(facts(finding).refused()).isEmpty();
        assertThat(finding.transcript()).contains("  replicaSet=atlas-abc123-shard-0");
    }

    @Test
    void joins_the_strings_of_one_record_and_cares_not_for_case_in_names() throws IOException {
        Finding finding = find("\"authsource=ad\" \"min&LoadBalanced=true\"");

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
        assertThat(facts(finding).options()).containsExactly("authSource=admin", "loadBalanced=true");
    }

    @Test
    void fails_when_there_are_two_records() throws IOException {
        Finding finding = find("authSource=admin", "replicaSet=rs0");

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.FAILED);
        assertThat(finding.reason()).isEqualTo(Reason.BAD_TXT);
        assertThat(facts(finding).records()).isEqualTo(2);
        assertThat(finding.transcript()).contains("There are 2 records; drivers accept one");
    }

    @ParameterizedTest
    @CsvSource({
        "authSource=admin&ssl=true, ssl",
        "v=spf1 -all, v",
        "readPreference=primary&w=2, readPreference w",
        "loadBalanced=maybe, loadBalanced",
        "replicaSet, replicaSet",
        "authSource=, authSource",
    })
    void fails_on_options_that_drivers_refuse(String text, String refused) throws IOException {
        Finding finding = find("\"" + text + "\"");

        assertThat(finding.reason()).isEqualTo(Reason.BAD_TXT);
        assertThat(facts(finding).refused()).containsExactly(refused.split(" "));
        assertThat(finding.transcript()).contains("Options that drivers refuse in it: " + refused.replace(" ", ", "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm -rf /=1", "=x", "<@U123>", "authSource=$(reboot)", "replicaSet='a`id`'"})
    void shows_nothing_that_is_neither_name_nor_value(String text) throws IOException {
        Finding finding = find("\"" + text + "\"");

        assertThat(facts(finding).options()).isEmpty();
        assertThat(facts(finding).refused()).isEmpty();
        assertThat(String.join("\n", finding.transcript())).doesNotContain(text);
    }

    @Test
    void judges_by_the_zones_resolvers_and_says_that_a_reference_differs() throws IOException {
        try (DnsServer own = holding("replicaSet=rs0");
                DnsServer reference = holding("replicaSet=rs1")) {
            Finding finding = Lookout.at(own).comparedWith(reference).run("dns-txt");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(facts(finding).options()).containsExactly("replicaSet=rs0");
            assertThat(facts(finding).differences()).containsExactly(Difference.RECORDS_DIFFER);
        }
    }

    @Test
    void gives_the_references_options_when_the_zones_resolver_fails() throws IOException {
        try (DnsServer own = DnsServer.start(ZoneData.of().with(DnsFault.servfail()));
                DnsServer reference = holding("authSource=admin")) {
            Finding finding = Lookout.at(own).comparedWith(reference).run("dns-txt");

            assertThat(finding.reason()).isEqualTo(Reason.SERVFAIL);
            assertThat(facts(finding).options()).containsExactly("authSource=admin");
            assertThat(facts(finding).differences()).containsExactly(Difference.FAILS_HERE_ONLY);
        }
    }

    @Test
    void is_content_with_one_resolver_that_knows_of_none() throws IOException {
        try (DnsServer failing = DnsServer.start(ZoneData.of().with(DnsFault.servfail()));
                DnsServer none = DnsServer.start(ZoneData.of())) {
            Finding finding = Lookout.at(failing.endpoint(), none.endpoint()).run("dns-txt");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
        }
    }
}
