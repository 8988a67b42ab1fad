package dev.mendline.lab.dns;

import java.util.Optional;
import java.util.function.Predicate;
import org.xbill.DNS.Message;

/**
 * What a name server says to a question: the bytes of its reply, well-formed or not, or nothing at all. A reply of no
 * bytes hangs up where the question came over TCP.
 */
@FunctionalInterface
public interface DnsResponder {
    enum Transport {
        UDP,
        TCP
    }

    Optional<byte[]> answer(Message query, Transport transport);

    /** This name server with a fault in every answer. */
    default DnsResponder with(DnsFault fault) {
        return fault.in(this);
    }

    /** This name server with a fault in the answers to such questions; all others it answers as before. */
    default DnsResponder when(Predicate<DnsServer.Query> asked, DnsFault fault) {
        DnsResponder faulty = fault.in(this);
        return (query, transport) ->
                DnsServer.Query.of(query, transport).filter(asked).isPresent()
                        ? faulty.answer(query, transport)
                        : answer(query, transport);
    }
}
