package dev.mendline.probes.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mendline.lab.net.BoundPort;
import dev.mendline.lab.net.Ports;
import dev.mendline.lab.net.TcpFault;
import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.net.Network;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.ProbeContract;
import dev.mendline.probes.Probes;
import dev.mendline.probes.dns.FakeDns;
import dev.mendline.probes.spi.ProbeSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class TcpProbeTest extends ProbeContract {
    @Override
    public String id() {
        return "tcp";
    }

    private static TcpFacts facts(Finding finding) {
        return (TcpFacts) finding.facts();
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    }

    /** A zone in which the SRV record names this port for the node. */
    private static String[] records(int port, String... addresses) {
        String[] records = new String[addresses.length + 1];
        records[0] = Lookout.SRV + " SRV 0 0 " + port + " " + Lookout.NODE + ".";
        for (int at = 0; at < addresses.length; at++) {
            records[at + 1] = Lookout.NODE + " A " + addresses[at];
        }
        return records;
    }

    private static Finding run(Lookout lookout, int port) {
        return lookout.run("tcp", Lookout.TARGET, new Node(Lookout.NODE, port));
    }

    @Test
    void passes_when_the_node_accepts() throws IOException {
        try (ServerSocket node = listener();
                FakeDns dns = FakeDns.knowing(records(node.getLocalPort(), "127.0.0.1"))) {
            Finding finding = run(Lookout.at(dns), node.getLocalPort());

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(facts(finding).attempts())
                    .extracting(Attempt::address, Attempt::status)
                    .containsExactly(tuple("127.0.0.1", Reason.ANSWERED));
            assertThat(String.join("\n", finding.transcript()))
                    .contains("connect 127.0.0.1 port " + node.getLocalPort() + ": open (");
        }
    }

    @Test
    void fails_as_refused_when_nothing_listens_on_the_node() {
        int port = FakeDns.dead().port();
        try (FakeDns dns = FakeDns.knowing(records(port, "127.0.0.1", "127.0.0.2"))) {
            Finding finding = run(Lookout.at(dns), port);

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.FAILED);
            assertThat(finding.reason()).isEqualTo(Reason.REFUSED);
            assertThat(facts(finding).attempts())
                    .extracting(Attempt::address, Attempt::status)
                    .containsExactly(tuple("127.0.0.1", Reason.REFUSED), tuple("127.0.0.2", Reason.REFUSED));
        }
    }

    @Test
    void passes_when_one_of_several_addresses_opens() throws IOException {
        try (ServerSocket node = listener();
                FakeDns dns = FakeDns.knowing(records(node.getLocalPort(), "127.0.0.2", "127.0.0.1"))) {
            Finding finding = run(Lookout.at(dns), node.getLocalPort());

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(facts(finding).attempts())
                    .extracting(Attempt::status)
                    .containsExactly(Reason.REFUSED, Reason.ANSWERED);
        }
    }

    @Test
    void goes_on_with_the_reference_resolvers_address_and_says_so() throws IOException {
        try (ServerSocket node = listener();
                FakeDns broken = FakeDns.failing(Rcode.SERVFAIL);
                FakeDns reference = FakeDns.knowing(records(node.getLocalPort(), "127.0.0.1"))) {
            Finding finding = run(Lookout.at(broken).comparedWith(reference), node.getLocalPort());

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(finding.transcript())
                    .contains("No resolver of the zone returned an address; using the reference resolver's");
        }
    }

    @Test
    void connects_to_no_private_address_unless_configured_and_prints_the_line_that_would_allow_it() {
        try (FakeDns dns = FakeDns.knowing(records(27017, "127.0.0.1"))) {
            Finding finding = run(Lookout.at(dns).allowing(), 27017);

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
            assertThat(finding.reason()).isEqualTo(Reason.NOT_ALLOWED);
            assertThat(finding.transcript())
                    .contains(
                            "Not connected to: 127.0.0.1 is loopback",
                            "Allowed by: suffixes: [{suffix: mongodb.net, allow-networks: [127.0.0.1/32]}]");
        }
    }

    @Test
    void tries_the_addresses_that_are_allowed_and_no_other() {
        int port = FakeDns.dead().port();
        try (FakeDns dns = FakeDns.knowing(records(port, "169.254.169.254", "127.0.0.1"))) {
            Finding finding = run(Lookout.at(dns), port);

            assertThat(facts(finding).attempts()).extracting(Attempt::address).containsExactly("127.0.0.1");
            assertThat(finding.transcript()).contains("Not connected to: 169.254.169.254 is cloud metadata");
        }
    }

    /** Rebinding: the first answer is harmless, the next one is not. */
    @Test
    void connects_to_the_address_that_was_checked_though_the_name_points_elsewhere_meanwhile() throws IOException {
        AtomicInteger answers = new AtomicInteger();
        try (ServerSocket node = listener();
                FakeDns rebinding = FakeDns.answering((query, transport) -> {
                    boolean a = query.getQuestion().getType() == Type.A;
                    String address = a && answers.getAndIncrement() == 0 ? "127.0.0.1" : "127.9.9.9";
                    return FakeDns.answer(query, FakeDns.records(records(node.getLocalPort(), address)))
                            .toWire(65535);
                })) {
            Finding finding = run(Lookout.at(rebinding).allowing(Network.of("127.0.0.1/32")), node.getLocalPort());

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(answers).hasValue(1);
            assertThat(facts(finding).attempts()).extracting(Attempt::address).containsExactly("127.0.0.1");
        }
    }

    @Test
    void connects_to_no_port_that_neither_configuration_nor_the_srv_record_names() throws IOException {
        try (ServerSocket other = listener();
                FakeDns dns = FakeDns.knowing(records(27017, "127.0.0.1"))) {
            Finding finding = run(Lookout.at(dns), other.getLocalPort());

            assertThat(finding.reason()).isEqualTo(Reason.NOT_ALLOWED);
            assertThat(finding.transcript())
                    .contains("Allowed by: suffixes: [{suffix: mongodb.net, ports: [" + other.getLocalPort() + "]}]");
        }
    }

    @Test
    void takes_no_port_from_an_srv_record_that_points_outside_the_parent_domain() throws IOException {
        try (ServerSocket other = listener();
                FakeDns dns = FakeDns.knowing(
                        Lookout.SRV + " SRV 0 0 " + other.getLocalPort() + " " + Lookout.NODE + ".",
                        Lookout.SRV + " SRV 0 0 27017 db.evil.example.")) {
            assertThat(run(Lookout.at(dns), other.getLocalPort()).reason()).isEqualTo(Reason.NOT_ALLOWED);
        }
    }

    @Test
    void has_nothing_to_probe_without_a_node() {
        assertThat(Lookout.at(FakeDns.dead()).run("tcp", Lookout.TARGET, null).reason())
                .isEqualTo(Reason.NOTHING_TO_PROBE);
    }

    @Test
    void fails_as_timed_out_when_the_nodes_syns_are_dropped() throws IOException {
        try (BoundPort node = TcpFault.DROP.at(Ports.at(0));
                FakeDns dns = FakeDns.knowing(records(node.port(), "127.0.0.1"))) {
            Finding finding = run(Lookout.at(dns), node.port());

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.FAILED);
            assertThat(finding.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(String.join("\n", finding.transcript())).contains("port " + node.port() + ": no answer (");
            assertThat(facts(finding).control()).isNull();
        }
    }

    /** The kernel has no route to a broadcast address for TCP. */
    @Test
    void fails_as_unreachable_when_there_is_no_way() {
        try (FakeDns dns = FakeDns.knowing(records(27017, "127.255.255.255"))) {
            assertThat(run(Lookout.at(dns), 27017).reason()).isEqualTo(Reason.UNREACHABLE);
        }
    }

    /** That the node says nothing then is for others to see. */
    @ParameterizedTest
    @EnumSource(names = {"HALF_OPEN", "HANG_UP"})
    void passes_when_the_node_accepts_whatever_it_does_then(TcpFault fault) throws IOException {
        try (BoundPort node = fault.at(Ports.at(0));
                FakeDns dns = FakeDns.knowing(records(node.port(), "127.0.0.1"))) {
            assertThat(run(Lookout.at(dns), node.port()).outcome()).isEqualTo(Outcome.Kind.PASSED);
        }
    }

    /** The reset may come before the kernel has told of the connection; then it is seen here, else by who talks next. */
    @Test
    void takes_a_reset_after_accept_for_no_refusal() throws IOException {
        try (BoundPort node = TcpFault.RESET.at(Ports.at(0));
                FakeDns dns = FakeDns.knowing(records(node.port(), "127.0.0.1"))) {
            Finding finding = run(Lookout.at(dns), node.port());

            assertThat(finding.reason()).isIn(null, Reason.RESET);
            assertThat(facts(finding).attempts())
                    .singleElement()
                    .extracting(Attempt::status)
                    .isEqualTo(finding.reason() == null ? Reason.ANSWERED : Reason.RESET);
        }
    }

    @Test
    void tells_addresses_apart_and_waits_for_all_of_them_at_once() throws IOException {
        try (BoundPort dropping = TcpFault.DROP.at(Ports.at(0));
                BoundPort refusing = TcpFault.REFUSE.at(Ports.at("127.0.0.2", dropping.port()));
                FakeDns dns = FakeDns.knowing(records(dropping.port(), "127.0.0.1", "127.0.0.2"))) {
            Finding finding = run(Lookout.at(dns), dropping.port());

            assertThat(finding.reason()).isEqualTo(Reason.TIMED_OUT);
            assertThat(facts(finding).attempts())
                    .extracting(Attempt::address, Attempt::status)
                    .containsExactly(tuple("127.0.0.1", Reason.TIMED_OUT), tuple("127.0.0.2", Reason.REFUSED));
            assertThat(refusing.port()).isEqualTo(dropping.port());
        }
    }

    @Test
    void stops_on_interrupt_while_it_waits_for_a_connection() throws Exception {
        ProbeSettings patient = new ProbeSettings(
                Duration.ofSeconds(3), Duration.ofSeconds(6), Duration.ofSeconds(6), Duration.ofSeconds(30), null);
        try (BoundPort node = TcpFault.DROP.at(Ports.at(0));
                FakeDns dns = FakeDns.knowing(records(node.port(), "127.0.0.1"))) {
            Probes probes = new Probes(Lookout.at(dns).inventory(), Clock.systemUTC(), patient);
            CompletableFuture<Finding> found = new CompletableFuture<>();
            Thread thread = new Thread(() -> found.complete(
                    probes.run(Lookout.request("tcp", Lookout.TARGET, new Node(Lookout.NODE, node.port())))));
            thread.start();
            while (!Dials.pending()) {
                Thread.onSpinWait();
            }

            thread.interrupt();

            assertThat(found.get(3, TimeUnit.SECONDS).reason()).isEqualTo(Reason.INTERRUPTED);
        }
    }
}
