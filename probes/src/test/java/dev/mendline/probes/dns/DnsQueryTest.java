package dev.mendline.probes.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.lab.dns.DnsFault;
import dev.mendline.lab.dns.DnsResponder;
import dev.mendline.lab.dns.DnsResponder.Transport;
import dev.mendline.lab.dns.DnsServer;
import dev.mendline.lab.dns.ZoneData;
import dev.mendline.lab.net.Ports;
import dev.mendline.model.probe.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DnsQueryTest {
    private static final String HOST = "n.q7f3k.mongodb.net";
    private static final ZoneData DATA = ZoneData.of(HOST + " A 192.0.2.1");
    private static final Duration LIMIT = Duration.ofMillis(400);

    private static DnsQuery at(DnsServer dns) {
        return new DnsQuery(dns.endpoint().socketAddress(), Name.fromConstantString(HOST + "."), Type.A);
    }

    private static DnsAnswer said(DnsResponder answering) throws IOException {
        try (DnsServer dns = DnsServer.start(answering)) {
            return at(dns).asDriver(LIMIT);
        }
    }

    /** The healthy answer, spoilt. */
    private static DnsResponder spoilt(UnaryOperator<Message> spoil) {
        return (query, transport) -> DATA.answer(query, transport).map(wire -> {
            try {
                return spoil.apply(new Message(wire)).toWire();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void asks_as_the_jdk_does_without_extensions() throws IOException {
        DnsAnswer said =
                said((query, transport) -> query.getOPT() == null ? DATA.answer(query, transport) : Optional.empty());

        assertThat(said.status()).isEqualTo(Reason.ANSWERED);
    }

    @Test
    void waits_on_when_a_message_answers_another_question() throws IOException {
        DnsAnswer said = said(spoilt(reply -> {
            reply.getHeader().setID(reply.getHeader().getID() ^ 1);
            return reply;
        }));

        assertThat(said.status()).isEqualTo(Reason.TIMED_OUT);
    }

    @Test
    void takes_no_echo_of_its_question_for_an_answer() throws IOException {
        assertThat(said((query, transport) -> Optional.of(query.toWire())).status())
                .isEqualTo(Reason.TIMED_OUT);
    }

    @Test
    void takes_no_record_that_was_not_asked_for() throws IOException {
        DnsAnswer said = said(spoilt(reply -> {
            reply.removeAllRecords(Section.ANSWER);
            Name other = Name.fromConstantString("other.example.");
            reply.addRecord(new ARecord(other, DClass.IN, 60, Ports.loopback()), Section.ANSWER);
            return reply;
        }));

        assertThat(said.status()).isEqualTo(Reason.NODATA);
        assertThat(said.records()).isEmpty();
    }

    @Test
    void follows_aliases_and_ends_those_that_point_at_each_other() throws IOException {
        assertThat(said(ZoneData.of(HOST + " CNAME b.example", "b.example CNAME c.example", "c.example A 192.0.2.3"))
                        .records())
                .singleElement()
                .satisfies(record -> assertThat(record.rdataToString()).isEqualTo("192.0.2.3"));
        assertThat(said(ZoneData.of(HOST + " CNAME b.example", "b.example CNAME " + HOST))
                        .status())
                .isEqualTo(Reason.NODATA);
    }

    @Test
    void says_that_the_connection_was_cut_when_tcp_brings_no_answer() throws IOException {
        DnsAnswer said = said(
                DATA.with(DnsFault.truncated()).when(query -> query.transport() == Transport.TCP, DnsFault.hangUp()));

        assertThat(said.status()).isEqualTo(Reason.RESET);
        assertThat(said.transport()).isEqualTo("tcp");
        assertThat(said.cut()).isTrue();
    }

    @Test
    void says_that_nothing_came_when_tcp_stays_silent_after_a_cut_answer() throws IOException {
        DnsAnswer said = said(
                DATA.with(DnsFault.truncated()).when(query -> query.transport() == Transport.TCP, DnsFault.silence()));

        assertThat(said.status()).isEqualTo(Reason.TIMED_OUT);
        assertThat(said.cut()).isTrue();
        assertThat(said.millis()).isBetween(LIMIT.toMillis() - 1, LIMIT.toMillis() + 300);
    }

    @Test
    void takes_what_stands_before_the_cut_for_no_answer() throws IOException {
        DnsResponder partial = (query, transport) -> transport == Transport.TCP
                ? Optional.empty()
                : spoilt(reply -> {
                            reply.getHeader().setFlag(Flags.TC);
                            return reply;
                        })
                        .answer(query, transport);

        assertThat(said(partial).status()).isEqualTo(Reason.TIMED_OUT);
    }
}
