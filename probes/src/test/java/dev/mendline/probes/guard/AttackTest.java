package dev.mendline.probes.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.lab.dns.DnsResponder;
import dev.mendline.lab.dns.DnsServer;
import dev.mendline.lab.dns.ZoneData;
import dev.mendline.model.config.Secret;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.net.Network;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.Lookout;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Type;

/**
 * Attacks through the real probes, each with a socket where it wants to get: 127.0.0.1 stands for a public address (it is
 * allowed alone), 127.0.0.2 for one inside. No probe that there is may knock there.
 */
class AttackTest {
    private static final Set<String> ASK_RESOLVERS_ONLY = Set.of("uri", "dns-srv", "dns-txt", "dns-host");
    /** So that the probe of the login has something to lose. */
    private static final Secret LOGIN = Secret.of("mongodb+srv://user:secret@" + Lookout.TARGET + "/");

    private static final Network OUTSIDE = Network.of("127.0.0.1/32");

    private final ServerSocket outside = new ServerSocket();
    private final ServerSocket inside = new ServerSocket();

    AttackTest() throws IOException {}

    @BeforeEach
    void listen() throws IOException {
        outside.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        inside.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), outside.getLocalPort()), 50);
    }

    @AfterEach
    void nobody_got_inside() throws IOException {
        inside.setSoTimeout(50);
        assertThatThrownBy(inside::accept).isInstanceOf(SocketTimeoutException.class);
        inside.close();
        outside.close();
    }

    static Stream<String> connecting() {
        return Lookout.at().probes().ids().stream().filter(id -> !ASK_RESOLVERS_ONLY.contains(id));
    }

    private int port() {
        return outside.getLocalPort();
    }

    /** The SRV record names the port, so that it is the address alone that matters. */
    private String srv() {
        return Lookout.SRV + " SRV 0 0 " + port() + " " + Lookout.NODE;
    }

    private Finding run(String probe, DnsServer dns) {
        return run(probe, dns, port());
    }

    private static Finding run(String probe, DnsServer dns, int port) {
        return Lookout.at(dns)
                .allowing(OUTSIDE)
                .probes()
                .run(Lookout.request(probe, Lookout.TARGET, new Node(Lookout.NODE, port)), LOGIN);
    }

    private static void refused(Finding finding, String why) {
        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
        assertThat(finding.reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(finding.facts()).isNull();
        assertThat(finding.transcript()).contains(why);
    }

    @ParameterizedTest
    @MethodSource("connecting")
    void a_name_that_moves_inside_after_it_was_checked(String probe) throws IOException {
        DnsResponder good = ZoneData.of(srv(), Lookout.NODE + " A 127.0.0.1");
        DnsResponder bad = ZoneData.of(srv(), Lookout.NODE + " A 127.0.0.2");
        AtomicInteger asked = new AtomicInteger();
        DnsResponder moving =
                (query, transport) -> query.getQuestion().getType() == Type.A && asked.getAndIncrement() > 0
                        ? bad.answer(query, transport)
                        : good.answer(query, transport);
        try (DnsServer dns = DnsServer.start(moving)) {
            Finding first = run(probe, dns);

            assertThat(first.reason()).isNotEqualTo(Reason.NOT_ALLOWED);
            assertThat(asked).as("a name is resolved once").hasValue(1);
            refused(run(probe, dns), "Not connected to: 127.0.0.2 is loopback");
        }
    }

    @ParameterizedTest
    @MethodSource("connecting")
    void a_name_that_has_an_address_inside_beside_one_outside(String probe) throws IOException {
        try (DnsServer dns =
                DnsServer.start(ZoneData.of(srv(), Lookout.NODE + " A 127.0.0.2", Lookout.NODE + " A 127.0.0.1"))) {
            Finding finding = run(probe, dns);

            assertThat(finding.reason()).isNotEqualTo(Reason.NOT_ALLOWED);
            assertThat(finding.transcript()).contains("Not connected to: 127.0.0.2 is loopback");
        }
    }

    @ParameterizedTest
    @MethodSource("connecting")
    void an_alias_of_an_alias_that_ends_inside(String probe) throws IOException {
        try (DnsServer dns = DnsServer.start(ZoneData.of(
                srv(),
                Lookout.NODE + " CNAME cdn.example",
                "cdn.example CNAME vault.intern.example",
                "vault.intern.example A 127.0.0.2"))) {
            refused(run(probe, dns), "Not connected to: 127.0.0.2 is loopback");
        }
    }

    @ParameterizedTest
    @MethodSource("connecting")
    void an_ipv4_address_inside_an_ipv6_address(String probe) throws IOException {
        for (String aaaa : List.of("::ffff:127.0.0.2", "::127.0.0.2", "64:ff9b::127.0.0.2", "2002:7f00:2::")) {
            try (DnsServer dns = DnsServer.start(ZoneData.of(srv(), Lookout.NODE + " AAAA " + aaaa))) {
                Finding finding = run(probe, dns);

                assertThat(finding.reason()).as(aaaa).isEqualTo(Reason.NOT_ALLOWED);
                assertThat(finding.transcript()).as(aaaa).anyMatch(line -> line.contains(" is loopback"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("connecting")
    void a_port_of_another_service_in_the_deployments_own_record(String probe) throws IOException {
        for (int port : new int[] {22, 6379, 9200}) {
            try (DnsServer dns = DnsServer.start(ZoneData.of(
                    Lookout.SRV + " SRV 0 0 " + port + " " + Lookout.NODE, Lookout.NODE + " A 127.0.0.1"))) {
                refused(
                        run(probe, dns, port),
                        "Not connected to: port " + port + " is another service's, though the SRV record names it");
            }
        }
    }

    /** One bad record spoils the list, as it does for drivers: no port of it is believed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0 %d localhost",
                "0 0 %d vault.intern.example",
                "0 0 %d x.evil.mongodb.net",
                "0 0 %d 127.0.0.2",
                "0 0 %d .",
                "0 0 0 " + Lookout.NODE
            })
    void a_record_that_points_elsewhere(String bad) throws IOException {
        for (String probe : connecting().toList()) {
            try (DnsServer dns = DnsServer.start(ZoneData.of(
                    srv(),
                    Lookout.SRV + " SRV " + String.format(bad, port()),
                    Lookout.NODE + " A 127.0.0.1",
                    "localhost A 127.0.0.2",
                    "x.evil.mongodb.net A 127.0.0.2"))) {
                refused(
                        run(probe, dns),
                        "Not connected to: port " + port()
                                + " is none of 27015–27017, nor configured, nor named by the SRV record");
            }
        }
    }

    /** What an SRV record or a server's greeting names comes back as the node of a request. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:27017",
                "vault.intern.example:27017",
                "mongodb.net:27017",
                "metadata.google.internal:27017",
                "kubernetes.default.svc:27017",
                "127.0.0.2:27017",
                "2130706434:27017",
                "0x7f000002:27017",
                "0x7f.2:27017",
                "0177.0.0.2:27017",
                "[::1]:27017",
                "user@" + Lookout.NODE + ":27017",
                Lookout.NODE + "\r\nX: y:27017",
                Lookout.NODE + "%00:27017",
                Lookout.NODE + "\0:27017",
                Lookout.NODE + ":0",
                Lookout.NODE + ":65536",
                Lookout.NODE + ":-1",
                Lookout.NODE + ":27017:22"
            })
    void a_node_that_nobody_configured(String text) throws IOException {
        Node node;
        try {
            node = Node.of(text);
        } catch (IllegalArgumentException noNode) {
            // A request with it cannot be read, and is rejected before anything is looked at.
            return;
        }
        try (DnsServer dns = DnsServer.start(ZoneData.of(srv(), "localhost A 127.0.0.2"))) {
            for (String probe : askingForNodes()) {
                Finding finding = Lookout.at(dns).allowing(OUTSIDE).run(probe, Lookout.TARGET, node);

                assertThat(finding.reason()).as(probe).isEqualTo(Reason.NOT_ALLOWED);
                assertThat(finding.facts()).as(probe).isNull();
            }
            assertThat(dns.queries()).isEmpty();
        }
    }

    private static List<String> askingForNodes() {
        List<String> ids = new ArrayList<>(connecting().toList());
        ids.add("dns-host");
        return ids;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.2",
                "2130706434",
                "0x7f.2",
                "::1",
                "metadata.google.internal",
                "user:secret@" + Lookout.TARGET,
                Lookout.TARGET + "\r\nHost: evil",
                Lookout.TARGET + "\0.evil.example",
                Lookout.TARGET + "..",
                "amber%2eq7f3k.mongodb.net",
                "amber\uff0eq7f3k\uff0emongodb\uff0enet",
                "amber.q7f3k.mongоdb.net",
                "../../etc/passwd",
                "$(reboot).mongodb.net",
                "a.mongodb.net;reboot",
                "mongodb.net"
            })
    void a_target_that_nobody_configured(String target) throws IOException {
        try (DnsServer dns = DnsServer.start(ZoneData.of(srv(), "localhost A 127.0.0.2"))) {
            for (String probe : Lookout.at().probes().ids()) {
                Finding finding = Lookout.at(dns).allowing(OUTSIDE).run(probe, target, null);

                assertThat(finding.outcome()).as(probe).isEqualTo(Outcome.Kind.INCONCLUSIVE);
                assertThat(finding.facts()).as(probe).isNull();
                assertThat(String.join("\n", finding.transcript()))
                        .as(probe)
                        .doesNotContain("secret")
                        .doesNotContain("reboot");
            }
            assertThat(dns.queries()).isEmpty();
        }
    }

    /** Of a proxy, that is, and of whatever else drivers take from a string and not from a record. */
    @ParameterizedTest
    @MethodSource("connecting")
    void options_in_a_txt_record_that_lead_inside(String probe) throws IOException {
        try (DnsServer dns = DnsServer.start(ZoneData.of(
                srv(),
                Lookout.NODE + " A 127.0.0.1",
                Lookout.TARGET + " TXT \"authSource=admin&proxyHost=127.0.0.2&proxyPort=" + port()
                        + "&tls=false&directConnection=false\""))) {
            Finding finding = run(probe, dns);

            assertThat(finding.reason()).isNotEqualTo(Reason.NOT_ALLOWED);
            assertThat(finding.transcript()).noneMatch(line -> line.contains("127.0.0.2"));
        }
    }
}
