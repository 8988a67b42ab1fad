package dev.mendline.lab.dns;

import dev.mendline.lab.dns.DnsResponder.Transport;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

/**
 * What is wrong with a name server, or other with one zone's than with another's: makes of a healthy one a faulty one.
 * Applied to some questions only by {@link DnsResponder#when}.
 */
@FunctionalInterface
public interface DnsFault {
    /** The name server that has the fault. */
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

    /** The name server will not answer this client: rcode 5, not a closed port. */
    static DnsFault refused() {
        return rcode(Rcode.REFUSED);
    }

    /**
     * No records.
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

    /** Takes the question and closes the connection; over UDP an empty datagram. */
    static DnsFault hangUp() {
        return instead((query, transport) -> Optional.of(new byte[0]));
    }

    /** A record whose name is a compression pointer to itself (RFC 1035, section 4.1.4). */
    static DnsFault malformed() {
        return instead((query, transport) -> Optional.of(Reply.withBadPointer(query)));
    }

    /** Over UDP an answer without records that says it is cut; over TCP the whole, where there is a TCP listener. */
    static DnsFault truncated() {
        return overUdp(instead((query, transport) -> {
            Message reply = Reply.to(query);
            reply.getHeader().setFlag(Flags.TC);
            return Optional.of(reply.toWire());
        }));
    }

    /** No answer over UDP; over TCP all is well. */
    static DnsFault lostOverUdp() {
        return overUdp(silence());
    }

    /** The fault for questions over UDP only. */
    static DnsFault overUdp(DnsFault fault) {
        return healthy -> healthy.when(QueryFilter.over(Transport.UDP), fault);
    }

    /** The right answer after a while. */
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

    /** Each address in an answer, if there are any, is this one; a second of the same kind is left out. */
    static DnsFault address(InetAddress address) {
        return healthy ->
                (query, transport) -> healthy.answer(query, transport).map(wire -> Reply.readdressed(wire, address));
    }

    /** Another name server's answer, e.g. that of other {@link ZoneData}. */
    static DnsFault instead(DnsResponder other) {
        return healthy -> other;
    }
}
