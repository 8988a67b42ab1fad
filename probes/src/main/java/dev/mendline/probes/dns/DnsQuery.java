package dev.mendline.probes.dns;

import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.NetworkFault;
import dev.mendline.probes.spi.Stopwatch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * One question to one resolver: over UDP, over TCP when the answer was cut short (RFC 7766). New sockets each time, no
 * cache, no hosts file, no search path, no second try.
 *
 * @param name absolute
 * @param type e.g. {@link org.xbill.DNS.Type#SRV}
 */
record DnsQuery(InetSocketAddress resolver, Name name, int type) {
    private static final int MAX_ALIASES = 16;

    /** A message to the resolver and back. */
    private interface Exchange {
        Message reply(Message query) throws IOException;
    }

    /** As most drivers ask, and all that use the JDK: in the form of RFC 1035, in which 512 bytes fit a datagram. */
    DnsAnswer asDriver(Duration limit) {
        Stopwatch watch = new Stopwatch(limit);
        DnsAnswer udp = said("udp", watch, query -> DnsWire.udp(resolver, query, watch));
        return udp.cut()
                ? said("tcp", watch, query -> DnsWire.tcp(resolver, query, watch))
                        .afterCut()
                : udp;
    }

    DnsAnswer overTcp(Duration limit) {
        Stopwatch watch = new Stopwatch(limit);
        return said("tcp", watch, query -> DnsWire.tcp(resolver, query, watch));
    }

    /** A failure is something said, too; its status says why. */
    private DnsAnswer said(String transport, Stopwatch watch, Exchange exchange) {
        try {
            Message reply = exchange.reply(Message.newQuery(Record.newRecord(name, type, DClass.IN)));
            List<Record> records = records(reply);
            boolean cut = reply.getHeader().getFlag(Flags.TC);
            return new DnsAnswer(transport, status(reply.getRcode(), records), records, cut, watch.millis());
        } catch (DnsWire.Unreadable e) {
            return new DnsAnswer(transport, Reason.MALFORMED, List.of(), false, watch.millis());
        } catch (IOException e) {
            return new DnsAnswer(transport, NetworkFault.reason(e), List.of(), false, watch.millis());
        }
    }

    /** Those of the asked type that belong to the asked name or to what it is an alias of; others are not asked for. */
    private List<Record> records(Message reply) {
        List<Record> all = reply.getSection(Section.ANSWER);
        Name owner = name;
        for (int hop = 0; hop < MAX_ALIASES; hop++) {
            Name current = owner;
            List<Record> found = all.stream()
                    .filter(each -> each.getType() == type && each.getName().equals(current))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
            owner = all.stream()
                    .filter(each ->
                            each instanceof CNAMERecord && each.getName().equals(current))
                    .map(each -> ((CNAMERecord) each).getTarget())
                    .findFirst()
                    .orElse(owner);
        }
        return List.of();
    }

    private static Reason status(int rcode, List<Record> records) {
        return switch (rcode) {
            case Rcode.NOERROR -> records.isEmpty() ? Reason.NODATA : Reason.ANSWERED;
            case Rcode.NXDOMAIN -> Reason.NXDOMAIN;
            case Rcode.SERVFAIL -> Reason.SERVFAIL;
            case Rcode.REFUSED -> Reason.RCODE_REFUSED;
            default -> Reason.RCODE_OTHER;
        };
    }
}
