package dev.mendline.lab.dns;

import java.util.Optional;
import org.xbill.DNS.Message;

/** What a name server says to a question: the bytes of its reply, well-formed or not, or nothing at all. */
@FunctionalInterface
public interface Answering {
    enum Transport {
        UDP,
        TCP
    }

    Optional<byte[]> answer(Message query, Transport transport);
}
