package dev.mendline.probes.dns;

import dev.mendline.model.facts.ResolverAnswer;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.Resolvers;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Record;

/**
 * Answers of one resolver: to a question as drivers ask it, and to the same question over TCP.
 *
 * @param overTcp null if it was not asked over TCP
 */
public record ResolverReply(
        InetSocketAddress resolver,
        DnsAnswer said,
        @Nullable DnsAnswer overTcp) {
    Reason status() {
        return said.status();
    }

    boolean good() {
        return said.good();
    }

    public List<Record> records() {
        return said.records();
    }

    /** Returns the records of the answer over TCP. */
    List<Record> tcpRecords() {
        return overTcp == null ? List.of() : overTcp.records();
    }

    /**
     * Returns true if a driver gets no answer because the answer is large: it was truncated, or it arrives over TCP and
     * does not fit into a datagram. A small answer that arrives only over TCP means that a datagram was lost or is
     * blocked.
     */
    boolean lost() {
        return said.unheard() && (said.cut() || (overTcp != null && overTcp.good() && overTcp.large()));
    }

    ResolverAnswer summary() {
        return new ResolverAnswer(
                Resolvers.text(resolver),
                said.transport(),
                said.status(),
                said.records().size(),
                said.millis(),
                (overTcp == null ? said : overTcp).status());
    }

    /** Returns one line for both questions. */
    String line() {
        String way = said.cut() ? "tcp after a cut answer over udp" : said.transport();
        String line = Resolvers.text(resolver) + ": " + said.words() + " (" + way + ", " + said.millis() + " ms)";
        return overTcp == null ? line : line + "; over tcp: " + overTcp.words() + " (" + overTcp.millis() + " ms)";
    }
}
