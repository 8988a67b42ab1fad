package dev.mendline.probes.dns;

import dev.mendline.model.Reason;
import dev.mendline.model.ResolverAnswer;
import dev.mendline.probes.spi.NetworkFault;
import dev.mendline.probes.spi.Resolvers;
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
import org.xbill.DNS.OPTRecord;
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
public record DnsQuery(InetSocketAddress resolver, Name name, int type) {
    /** What fits through any path in one datagram; see dnsflagday.net/2020. */
    private static final int UDP_PAYLOAD = 1232;

    private static final int MAX_ALIASES = 16;

    /** Asks; a failure is an answer whose status says why. */
    public Answer ask(Duration limit) {
        Stopwatch watch = new Stopwatch(limit);
        String transport = "udp";
        try {
            Message reply = DnsWire.udp(resolver, message(true), watch);
            if (reply.getRcode() == Rcode.FORMERR && reply.getOPT() == null) {
                // A resolver from before EDNS: RFC 6891 section 7 wants it asked without.
                reply = DnsWire.udp(resolver, message(false), watch);
            }
            if (reply.getHeader().getFlag(Flags.TC)) {
                transport = "tcp";
                reply = DnsWire.tcp(resolver, message(true), watch);
            }
            List<Record> records = records(reply);
            return answer(transport, status(reply.getRcode(), records), records, watch);
        } catch (DnsWire.Unreadable e) {
            return answer(transport, Reason.MALFORMED, List.of(), watch);
        } catch (IOException e) {
            return answer(transport, NetworkFault.reason(e), List.of(), watch);
        }
    }

    private Answer answer(String transport, Reason status, List<Record> records, Stopwatch watch) {
        return new Answer(
                new ResolverAnswer(Resolvers.text(resolver), transport, status, records.size(), watch.millis(), status),
                records);
    }

    private Message message(boolean edns) {
        Message message = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        if (edns) {
            message.addRecord(new OPTRecord(UDP_PAYLOAD, 0, 0), Section.ADDITIONAL);
        }
        return message;
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
