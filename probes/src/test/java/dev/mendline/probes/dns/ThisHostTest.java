package dev.mendline.probes.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.lab.dns.DnsFault;
import dev.mendline.lab.dns.DnsServer;
import dev.mendline.lab.dns.ZoneData;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.HostFacts;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.net.Network;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.Probes;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.Probe;
import dev.mendline.probes.spi.Resolvers;
import dev.mendline.probes.spi.Subject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A zone without resolvers in the configuration: what programs on this host see counts. */
class ThisHostTest {
    private static final String HOST = Lookout.NODE;
    private static final SystemLookup UNKNOWN = new SystemLookup(host -> {
        throw new UnknownHostException(host + ": Name or service not known");
    });

    private static SystemLookup hosts(String... addresses) {
        return new SystemLookup(host -> {
            InetAddress[] found = new InetAddress[addresses.length];
            for (int at = 0; at < found.length; at++) {
                found[at] = InetAddress.getByName(addresses[at]);
            }
            return found;
        });
    }

    private static Observation observe(ZoneData dns, DnsFault fault, SystemLookup own) throws Exception {
        try (DnsServer resolver = DnsServer.start(dns.with(fault))) {
            return observe(resolver, own);
        }
    }

    private static Observation observe(DnsServer resolver, SystemLookup own) throws InterruptedException {
        Inventory.Zone zone = new Inventory.Zone("local", List.of(), List.of(), List.of(), List.of(), List.of());
        Resolvers resolvers = new Resolvers(List.of(resolver.endpoint().socketAddress()), List.of());
        Subject subject = new Subject(Lookout.TARGET, Node.of(HOST), null, null, true, null, zone, resolvers);
        return new HostProbe(Lookout.QUICK, own).run(subject);
    }

    private static HostFacts facts(Observation seen) {
        return (HostFacts) seen.facts();
    }

    @Test
    void a_name_of_the_hosts_file_passes_though_dns_does_not_know_it() throws Exception {
        try (DnsServer empty = DnsServer.start(ZoneData.of())) {
            Observation seen = observe(empty, hosts("192.0.2.7"));

            assertThat(seen.outcome()).isEqualTo(new Outcome.Passed());
            assertThat(facts(seen).addresses()).containsExactly("192.0.2.7");
            assertThat(facts(seen).own()).isEqualTo(new HostFacts.OwnLookup(Reason.ANSWERED, List.of("192.0.2.7")));
            assertThat(facts(seen).differences()).containsExactly(Difference.GONE_EVERYWHERE, Difference.HOST_DIFFERS);
            assertThat(seen.transcript()).anyMatch(line -> line.startsWith("  this host's own lookup: 192.0.2.7 ("));
        }
    }

    @Test
    void an_entry_of_the_hosts_file_goes_before_dns() throws Exception {
        try (DnsServer dns = DnsServer.start(ZoneData.of(HOST + " A 52.1.2.3"))) {
            Observation seen = observe(dns, hosts("10.0.0.7"));

            assertThat(facts(seen).addresses()).containsExactly("10.0.0.7");
            assertThat(facts(seen).privateAddresses()).isTrue();
            assertThat(facts(seen).differences()).containsExactly(Difference.HOST_DIFFERS);
        }
    }

    @Test
    void a_host_without_ipv6_says_nothing_else_than_dns() throws Exception {
        try (DnsServer dns = DnsServer.start(ZoneData.of(HOST + " A 52.1.2.3", HOST + " AAAA 2600:1f18::7"))) {
            Observation seen = observe(dns, hosts("52.1.2.3"));

            assertThat(seen.outcome()).isEqualTo(new Outcome.Passed());
            assertThat(facts(seen).differences()).isEmpty();
        }
    }

    @Test
    void a_name_that_programs_here_do_not_find_fails_though_dns_knows_it() throws Exception {
        try (DnsServer dns = DnsServer.start(ZoneData.of(HOST + " A 52.1.2.3"))) {
            Observation seen = observe(dns, UNKNOWN);

            assertThat(seen.outcome()).isEqualTo(new Outcome.Failed(Reason.NXDOMAIN));
            assertThat(facts(seen).differences()).containsExactly(Difference.HOST_DIFFERS);
        }
    }

    @Test
    void the_resolvers_say_more_exactly_why_a_name_is_not_found() throws Exception {
        Observation seen = observe(ZoneData.of(), DnsFault.silence(), UNKNOWN);

        assertThat(seen.outcome()).isEqualTo(new Outcome.Failed(Reason.TIMED_OUT));
        assertThat(facts(seen).differences()).isEmpty();
    }

    @Test
    void a_lookup_that_takes_too_long_decides_nothing() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        SystemLookup late = new SystemLookup(host -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new AssertionError("nobody can interrupt a lookup", e);
            }
            return new InetAddress[0];
        });
        try {
            Observation seen = observe(ZoneData.of(HOST + " A 52.1.2.3"), healthy -> healthy, late);

            assertThat(seen.outcome()).isEqualTo(new Outcome.Passed());
            assertThat(facts(seen).own()).isEqualTo(new HostFacts.OwnLookup(Reason.TIMED_OUT, List.of()));
            assertThat(facts(seen).addresses()).containsExactly("52.1.2.3");
        } finally {
            end.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8::1"})
    void nobody_is_asked_about_an_address(String address) throws Exception {
        try (DnsServer dns = DnsServer.start(ZoneData.of())) {
            Resolvers resolvers = new Resolvers(List.of(dns.endpoint().socketAddress()), List.of());
            Inventory.Zone zone = Inventory.DEFAULT.zones().get(0);
            Subject subject = new Subject(address, null, null, null, true, null, zone, resolvers);
            for (Probe probe : List.of(
                    new HostProbe(Lookout.QUICK, UNKNOWN), new SrvProbe(Lookout.QUICK), new TxtProbe(Lookout.QUICK))) {
                assertThat(probe.run(subject).outcome()).isEqualTo(new Outcome.Inconclusive(Reason.NOTHING_TO_PROBE));
            }
            assertThat(dns.queries()).isEmpty();
        }
    }

    private static Finding localhost(String probe, Node node, Network... allowed) {
        Inventory.Target target = new Inventory.Target(
                "localhost", List.of(), List.of(), null, List.of(allowed), List.of(node.port()), null, null, null);
        Inventory inventory = new Inventory(List.of(target), List.of(), Inventory.DEFAULT.zones());
        return new Probes(inventory, Clock.systemUTC(), Lookout.QUICK).run(Lookout.request(probe, "localhost", node));
    }

    @Test
    void localhost_passes_on_this_very_host() {
        Finding finding = localhost("dns-host", Node.of("localhost"));

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
        assertThat(((HostFacts) finding.facts()).addresses()).contains("127.0.0.1");
    }

    @Test
    void localhost_is_connected_to_by_the_address_of_the_hosts_file_and_past_the_guard() throws IOException {
        try (ServerSocket node = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            Node local = new Node("localhost", node.getLocalPort());

            assertThat(localhost("tcp", local, Network.of("127.0.0.0/8")).outcome())
                    .isEqualTo(Outcome.Kind.PASSED);
            assertThat(localhost("tcp", local).reason()).isEqualTo(Reason.NOT_ALLOWED);
        }
    }
}
