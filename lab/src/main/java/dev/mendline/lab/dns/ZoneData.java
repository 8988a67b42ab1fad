package dev.mendline.lab.dns;

import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;

/**
 * Answers with authority from the records it holds: a name that neither stands there nor above one is NXDOMAIN, a name
 * without the type asked for is NODATA (RFC 2308).
 */
public final class ZoneData implements Answering {
    private static final int PLAIN_UDP = 512;
    private static final int EDNS_UDP = 1232;
    private static final int TTL = 60;

    private final List<Record> records;
    private final Record authority;

    public ZoneData(Name origin, List<Record> records) {
        this.records = List.copyOf(records);
        this.authority = new SOARecord(origin, DClass.IN, TTL, origin, origin, 1, TTL, TTL, TTL, TTL);
    }

    @Override
    public Optional<byte[]> answer(Message query, Transport transport) {
        Message reply = reply(query);
        int limit = query.getOPT() == null ? PLAIN_UDP : Math.min(query.getOPT().getPayloadSize(), EDNS_UDP);
        return Optional.of(transport == Transport.UDP ? reply.toWire(limit) : reply.toWire());
    }

    private Message reply(Message query) {
        Message reply = new Message(query.getHeader().getID());
        reply.getHeader().setFlag(Flags.QR);
        reply.getHeader().setFlag(Flags.AA);
        reply.getHeader().setFlag(Flags.RA);
        if (query.getHeader().getFlag(Flags.RD)) {
            reply.getHeader().setFlag(Flags.RD);
        }
        Record question = query.getQuestion();
        if (question == null) {
            reply.getHeader().setRcode(Rcode.FORMERR);
            return reply;
        }
        reply.addRecord(question, Section.QUESTION);
        fill(reply, question);
        if (query.getOPT() != null) {
            reply.addRecord(new OPTRecord(EDNS_UDP, 0, 0), Section.ADDITIONAL);
        }
        return reply;
    }

    private void fill(Message reply, Record question) {
        Name name = question.getName();
        List<Record> found = records.stream()
                .filter(record -> record.getName().equals(name) && record.getType() == question.getType())
                .toList();
        found.forEach(record -> reply.addRecord(record, Section.ANSWER));
        if (found.isEmpty()) {
            boolean known = records.stream().anyMatch(record -> record.getName().subdomain(name));
            reply.getHeader().setRcode(known ? Rcode.NOERROR : Rcode.NXDOMAIN);
            reply.addRecord(authority, Section.AUTHORITY);
        }
    }
}
