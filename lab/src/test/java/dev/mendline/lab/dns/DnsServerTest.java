package dev.mendline.lab.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.lab.dns.DnsResponder.Transport;
import dev.mendline.lab.net.ClosedPort;
import dev.mendline.lab.net.Ports;
import dev.mendline.model.net.Endpoint;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

public class DnsServerTest {
    private static final Name ZONE = name("mongodb.test.");
    private static final Name NODE = name("a.mongodb.test.");
    private static final Name SERVICE = name("_mongodb._tcp.a.mongodb.test.");

    private DnsServer server;

    @BeforeEach
    void start() throws IOException {
        server = DnsServer.start(new ZoneData(
                ZONE,
                List.of(
                        new ARecord(NODE, DClass.IN, 60, Ports.loopback()),
                        new TXTRecord(NODE, DClass.IN, 60, "replicaSet=rs0"),
                        new SRVRecord(SERVICE, DClass.IN, 60, 0, 0, 27017, NODE))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answers_what_it_holds_over_udp_and_over_tcp() throws Exception {
        for (boolean tcp : new boolean[] {false, true}) {
            assertThat(ask(SERVICE, Type.SRV, tcp).getSection(Section.ANSWER))
                    .singleElement()
                    .satisfies(record -> assertThat(record.rdataToString()).isEqualTo("0 0 27017 a.mongodb.test."));
            assertThat(ask(NODE, Type.A, tcp).getSection(Section.ANSWER)).hasSize(1);
            assertThat(ask(NODE, Type.TXT, tcp).getHeader().getFlag(Flags.AA)).isTrue();
        }
    }

    @Test
    void a_name_it_does_not_hold_does_not_exist() throws Exception {
        assertThat(ask(name("b.mongodb.test."), Type.A, false).getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(ask(name("example.com."), Type.A, true).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void a_name_without_the_type_exists_and_has_no_answer() throws Exception {
        for (Name known : List.of(NODE, name("_tcp.a.mongodb.test."), name("A.MongoDB.test."))) {
            Message reply = ask(known, Type.AAAA, false);
            assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
            assertThat(reply.getSection(Section.ANSWER)).isEmpty();
            assertThat(reply.getSection(Section.AUTHORITY))
                    .extracting(Record::getType)
                    .containsExactly(Type.SOA);
        }
    }

    @Test
    void says_that_an_answer_is_cut_when_it_does_not_fit_a_datagram() throws Exception {
        List<Record> many = IntStream.range(0, 40)
                .<Record>mapToObj(i -> new SRVRecord(SERVICE, DClass.IN, 60, 0, 0, 1 + i, NODE))
                .toList();
        try (DnsServer crowded = DnsServer.start(new ZoneData(ZONE, many))) {
            assertThat(ask(crowded, SERVICE, Type.SRV, false).getSection(Section.ANSWER))
                    .hasSize(40);
            assertThat(crowded.queries())
                    .extracting(DnsServer.Query::transport)
                    .containsExactly(Transport.UDP, Transport.TCP);
        }
    }

    @Test
    void remembers_what_it_was_asked() throws Exception {
        ask(SERVICE, Type.SRV, false);
        ask(name("B.mongodb.test."), Type.TXT, true);
        assertThat(server.queries())
                .containsExactly(
                        new DnsServer.Query("_mongodb._tcp.a.mongodb.test", "SRV", Transport.UDP),
                        new DnsServer.Query("b.mongodb.test", "TXT", Transport.TCP));
    }

    @Test
    void a_closed_port_refuses_over_udp_and_over_tcp() throws Exception {
        try (ClosedPort closed = ClosedPort.tcpAndUdp()) {
            Endpoint dead = new Endpoint(Ports.LOOPBACK, closed.port());
            assertThatThrownBy(() -> new JndiDns(dead).getResourceRecordData("a.mongodb.test", "TXT"))
                    .hasRootCauseInstanceOf(java.net.PortUnreachableException.class);
            assertThatThrownBy(() -> new Socket(Ports.loopback(), closed.port()).close())
                    .isInstanceOf(java.net.ConnectException.class);
        }
    }

    private Message ask(Name name, int type, boolean tcp) throws IOException {
        return ask(server, name, type, tcp);
    }

    private static Message ask(DnsServer server, Name name, int type, boolean tcp) throws IOException {
        SimpleResolver resolver = new SimpleResolver(server.endpoint().socketAddress());
        resolver.setTCP(tcp);
        resolver.setTimeout(Duration.ofSeconds(5));
        return resolver.send(Message.newQuery(Record.newRecord(name, type, DClass.IN)));
    }

    private static Name name(String text) {
        return Name.fromConstantString(text);
    }
}
