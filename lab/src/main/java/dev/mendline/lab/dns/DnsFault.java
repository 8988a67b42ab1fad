package dev.mendline.lab.dns;

import dev.mendline.lab.dns.DnsResponder.Transport;
import java.time.Duration;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/**
 * Fault of a name server, or deviation of one zone's answers: turns a healthy responder into a faulty one. {@link
 * DnsResponder#when} limits it to some questions.
 */
@FunctionalInterface
public interface DnsFault {
    /** Returns the faulty responder. */
    DnsResponder in(DnsResponder healthy);

    /** The name does not exist. */
    static DnsFault nxdomain() {
        return rcode(Rcode.NXDOMAIN);
    }

    /** The name exists, but has no record of the type (RFC 2308). */
    static DnsFault noData() {
        return rcode(Rcode.NOERROR);
    }

    static DnsFault servfail() {
        return rcode(Rcode.SERVFAIL);
    }

    /** The name server refuses this client: rcode 5, not a closed port. */
    static DnsFault refused() {
        return rcode(Rcode.REFUSED);
    }

    /**
     * Returns an error code without records.
     *
     * @param rcode see {@link Rcode}
     */
    static DnsFault rcode(int rcode) {
        return instead((query, transport) -> {
            Message reply = Reply.to(query);
            reply.getHeader().setRcode(rcode);
            return Optional.of(reply.toWire());
        });
    }

    /** No answer; a TCP connection stays open. */
    static DnsFault silence() {
        return instead((query, transport) -> Optional.empty());
    }

    /** Closes the connection after the question; over UDP an empty datagram. */
    static DnsFault hangUp() {
        return instead((query, transport) -> Optional.of(new byte[0]));
    }

    /** A record whose name is a compression pointer to itself (RFC 1035, section 4.1.4). */
    static DnsFault malformed() {
        return instead((query, transport) -> Optional.of(Reply.withBadPointer(query)));
    }

    /** Truncated answer without records over UDP; complete over TCP, if there is a TCP listener. */
    static DnsFault truncated() {
        return overUdp(instead((query, transport) -> {
            Message reply = Reply.to(query);
            reply.getHeader().setFlag(Flags.TC);
            return Optional.of(reply.toWire());
        }));
    }

    /** No answer over UDP, correct answers over TCP. */
    static DnsFault lostOverUdp() {
        return overUdp(silence());
    }

    /** Limits a fault to questions over UDP. */
    static DnsFault overUdp(DnsFault fault) {
        return healthy -> healthy.when(query -> query.transport() == Transport.UDP, fault);
    }

    /** Correct answer after a delay. */
    static DnsFault slow(Duration delay) {
        return healthy -> (query, transport) -> {
            try {
                Thread.sleep(delay.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            return healthy.answer(query, transport);
        };
    }

    private static DnsFault instead(DnsResponder other) {
        return healthy -> other;
    }
}
