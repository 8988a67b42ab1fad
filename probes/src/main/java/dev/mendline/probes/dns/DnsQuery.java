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
 * Question to one resolver: over UDP, then over TCP if the answer was truncated (RFC 7766). It uses new sockets each
 * time, and no cache, hosts file, search domain or second try.
 *
 * @param name absolute
 * @param type e.g. {@link org.xbill.DNS.Type#SRV}
 */
record DnsQuery(InetSocketAddress resolver, Name name, int type) {
    private static final String UDP = "udp";
    private static final String TCP = "tcp";
    private static final int MAX_ALIASES = 16;

    /** Asks as most drivers do: in the form of RFC 1035, with at most 512 bytes in a datagram. */
    DnsAnswer asDriver(Duration limit) {
        Stopwatch watch = new Stopwatch(limit);
        DnsAnswer udp = ask(UDP, watch);
        return udp.cut() ? ask(TCP, watch).afterCut() : udp;
    }

    DnsAnswer overTcp(Duration limit) {
        return ask(TCP, new Stopwatch(limit));
    }

    /** Returns an answer in any case; for a failure its status is the reason. */
    private DnsAnswer ask(String transport, Stopwatch watch) {
        try {
            Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
            Message reply =
                    transport.equals(TCP) ? DnsWire.tcp(resolver, query, watch) : DnsWire.udp(resolver, query, watch);
            List<Record> records = records(reply);
            boolean cut = reply.getHeader().getFlag(Flags.TC);
            return new DnsAnswer(transport, status(reply.getRcode(), records), records, cut, watch.millis());
        } catch (IOException e) {
            Reason status = e instanceof DnsWire.Unreadable ? Reason.MALFORMED : NetworkFault.reason(e);
            return new DnsAnswer(transport, status, List.of(), false, watch.millis());
        }
    }

    /** Returns the records of the asked type for the asked name or for the target of its aliases. */
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
