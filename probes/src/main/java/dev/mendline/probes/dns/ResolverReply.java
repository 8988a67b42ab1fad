package dev.mendline.probes.dns;

import dev.mendline.model.facts.ResolverAnswer;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.Resolvers;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Record;

/**
 * What one resolver said, to a driver and to one who asks over TCP from the start.
 *
 * @param overTcp null where that was not asked
 */
public record ResolverReply(
        InetSocketAddress resolver,
        DnsAnswer said,
        @Nullable DnsAnswer overTcp) {
    public Reason status() {
        return said.status();
    }

    public boolean good() {
        return said.good();
    }

    public List<Record> records() {
        return said.records();
    }

    /** Of those who asked over TCP from the start. */
    List<Record> tcpRecords() {
        return overTcp == null ? List.of() : overTcp.records();
    }

    /**
     * Whether a driver goes without an answer because it is large: it was cut, or TCP brings it and it does not fit a
     * datagram. A small one that TCP brings and UDP does not is a datagram that was lost or is not let through.
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

    /** One line, both ways of asking. */
    String line() {
        String way = said.cut() ? "tcp after a cut answer over udp" : said.transport();
        String line = Resolvers.text(resolver) + ": " + said.words() + " (" + way + ", " + said.millis() + " ms)";
        return overTcp == null ? line : line + "; over tcp: " + overTcp.words() + " (" + overTcp.millis() + " ms)";
    }
}
