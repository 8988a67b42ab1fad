package dev.mendline.lab.dns;

import java.util.Optional;
import java.util.function.Predicate;
import org.xbill.DNS.Message;

/**
 * Function from a DNS question to the bytes of the reply, which may be malformed, or to none. An empty reply closes a
 * TCP connection.
 */
@FunctionalInterface
public interface DnsResponder {
    enum Transport {
        UDP,
        TCP
    }

    Optional<byte[]> answer(Message query, Transport transport);

    /** Returns this responder with a fault in every answer. */
    default DnsResponder with(DnsFault fault) {
        return fault.in(this);
    }

    /** Returns this responder with a fault in the answers to matching questions. */
    default DnsResponder when(Predicate<DnsServer.Query> asked, DnsFault fault) {
        DnsResponder faulty = fault.in(this);
        return (query, transport) ->
                DnsServer.Query.of(query, transport).filter(asked).isPresent()
                        ? faulty.answer(query, transport)
                        : answer(query, transport);
    }
}
