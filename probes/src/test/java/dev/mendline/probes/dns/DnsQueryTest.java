package dev.mendline.probes.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class DnsQueryTest {
    private static final String HOST = "n.q7f3k.mongodb.net";

    private static Answer ask(FakeDns dns) {
        return new DnsQuery(dns.endpoint().socketAddress(), Name.fromConstantString(HOST + "."), Type.A)
                .ask(Duration.ofMillis(400));
    }

    @Test
    void asks_without_edns_where_a_resolver_does_not_know_it() {
        try (FakeDns old = FakeDns.answering((query, transport) -> (query.getOPT() == null
                        ? FakeDns.answer(query, FakeDns.records(HOST + " A 192.0.2.1"))
                        : FakeDns.reply(query, Rcode.FORMERR))
                .toWire(65535))) {
            assertThat(ask(old).status()).isEqualTo(Reason.ANSWERED);
            assertThat(old.asked).hasSize(2);
        }
    }

    @Test
    void waits_on_when_a_message_answers_another_question() {
        try (FakeDns forged = FakeDns.answering((query, transport) -> {
            Message reply = FakeDns.answer(query, FakeDns.records(HOST + " A 192.0.2.1"));
            reply.getHeader().setID(query.getHeader().getID() ^ 1);
            return reply.toWire(65535);
        })) {
            assertThat(ask(forged).status()).isEqualTo(Reason.TIMED_OUT);
        }
    }

    @Test
    void takes_no_echo_of_its_question_for_an_answer() {
        try (FakeDns echo = FakeDns.answering((query, transport) -> query.toWire(65535))) {
            assertThat(ask(echo).status()).isEqualTo(Reason.TIMED_OUT);
        }
    }

    @Test
    void ends_an_alias_that_points_at_itself() {
        try (FakeDns loop = FakeDns.answering((query, transport) -> {
            Message reply = FakeDns.reply(query, Rcode.NOERROR);
            reply.addRecord(FakeDns.records(HOST + " CNAME " + HOST + ".").get(0), Section.ANSWER);
            return reply.toWire(65535);
        })) {
            assertThat(ask(loop).status()).isEqualTo(Reason.NODATA);
        }
    }

    @Test
    void says_that_the_connection_was_cut_when_tcp_brings_no_answer() {
        try (FakeDns cutting = FakeDns.answering((query, transport) -> {
            if (transport.equals("tcp")) {
                return null;
            }
            Message reply = FakeDns.reply(query, Rcode.NOERROR);
            reply.getHeader().setFlag(Flags.TC);
            return reply.toWire(65535);
        })) {
            Answer answer = ask(cutting);

            assertThat(answer.status()).isEqualTo(Reason.RESET);
            assertThat(answer.summary().transport()).isEqualTo("tcp");
        }
    }
}
