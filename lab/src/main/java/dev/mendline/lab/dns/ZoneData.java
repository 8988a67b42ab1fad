package dev.mendline.lab.dns;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Authoritative responder for a set of records. An unknown name is NXDOMAIN; a known name without the requested type is
 * NODATA (RFC 2308). Aliases are followed within the data; an alias of an unknown name is NXDOMAIN (RFC 6604).
 */
public final class ZoneData implements DnsResponder {
    private static final int PLAIN_UDP = 512;
    private static final int MAX_ALIASES = 16;
    private static final int TTL = 60;

    private final List<Record> records;
    private final Record authority;

    public ZoneData(Name origin, List<Record> records) {
        this.records = List.copyOf(records);
        this.authority = new SOARecord(origin, DClass.IN, TTL, origin, origin, 1, TTL, TTL, TTL, TTL);
    }

    /** Returns zone data from lines {@code name TYPE data}; names are absolute, with or without a final dot. */
    public static ZoneData of(String... lines) {
        return new ZoneData(
                Name.root, Arrays.stream(lines).map(ZoneData::record).toList());
    }

    private static Record record(String line) {
        String[] parts = line.split(" ", 3);
        try {
            Name name = Name.fromString(parts[0], Name.root);
            return Record.fromString(name, Type.value(parts[1]), DClass.IN, TTL, parts[2], Name.root);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a record: " + line, e);
        }
    }

    @Override
    public Optional<byte[]> answer(Message query, Transport transport) {
        Message reply = reply(query);
        int limit = query.getOPT() == null ? PLAIN_UDP : Math.min(query.getOPT().getPayloadSize(), Reply.EDNS_UDP);
        return Optional.of(transport == Transport.UDP ? reply.toWire(limit) : reply.toWire());
    }

    private Message reply(Message query) {
        Message reply = Reply.to(query);
        reply.getHeader().setFlag(Flags.AA);
        if (query.getQuestion() == null) {
            reply.getHeader().setRcode(Rcode.FORMERR);
        } else {
            fill(reply, query.getQuestion());
        }
        return reply;
    }

    private void fill(Message reply, Record question) {
        Name name = question.getName();
        for (int hop = 0; hop < MAX_ALIASES; hop++) {
            Optional<CNAMERecord> alias = alias(name, question.getType());
            if (alias.isEmpty()) {
                break;
            }
            reply.addRecord(alias.get(), Section.ANSWER);
            name = alias.get().getTarget();
        }
        List<Record> found = of(name, question.getType());
        found.forEach(record -> reply.addRecord(record, Section.ANSWER));
        if (found.isEmpty()) {
            reply.getHeader().setRcode(known(name) ? Rcode.NOERROR : Rcode.NXDOMAIN);
            reply.addRecord(authority, Section.AUTHORITY);
        }
    }

    private Optional<CNAMERecord> alias(Name name, int type) {
        return type == Type.CNAME
                ? Optional.empty()
                : of(name, Type.CNAME).stream().map(CNAMERecord.class::cast).findFirst();
    }

    private List<Record> of(Name name, int type) {
        return records.stream()
                .filter(record -> record.getName().equals(name) && record.getType() == type)
                .toList();
    }

    private boolean known(Name name) {
        return records.stream().anyMatch(record -> record.getName().subdomain(name));
    }
}
