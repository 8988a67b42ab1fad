package dev.mendline.lab.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Builder and modifier of DNS replies. */
final class Reply {
    /** Size of a datagram that fits any path; see dnsflagday.net/2020. */
    static final int EDNS_UDP = 1232;

    private static final int COUNT_OF_ANSWERS_AT = 6;
    private static final int POINTER = 0xC000;

    private Reply() {}

    /** Returns a reply without records, from a recursive resolver. */
    static Message to(Message query) {
        Message reply = new Message(query.getHeader().getID());
        Header header = reply.getHeader();
        header.setFlag(Flags.QR);
        header.setFlag(Flags.RA);
        if (query.getHeader().getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        if (query.getQuestion() != null) {
            reply.addRecord(query.getQuestion(), Section.QUESTION);
        }
        if (query.getOPT() != null) {
            reply.addRecord(new OPTRecord(EDNS_UDP, 0, 0), Section.ADDITIONAL);
        }
        return reply;
    }

    static byte[] withBadPointer(Message query) {
        Message empty = to(query);
        empty.removeAllRecords(Section.ADDITIONAL);
        byte[] head = empty.toWire();
        ByteBuffer wire = ByteBuffer.allocate(head.length + 16).put(head);
        wire.putShort(COUNT_OF_ANSWERS_AT, (short) 1);
        wire.putShort((short) (POINTER | head.length)).putShort((short) Type.A).putShort((short) DClass.IN);
        return wire.putInt(60).putShort((short) 4).putInt(0x7f000001).array();
    }

    /** Returns the reply with this address instead of all addresses of its kind. */
    static byte[] readdressed(byte[] wire, InetAddress address) {
        Message reply = parsed(wire);
        boolean v4 = address.getAddress().length == 4;
        List<Record> old = reply.getSection(Section.ANSWER).stream()
                .filter(record -> record.getType() == (v4 ? Type.A : Type.AAAA))
                .toList();
        old.forEach(record -> reply.removeRecord(record, Section.ANSWER));
        old.stream().findFirst().ifPresent(record -> reply.addRecord(at(address, record), Section.ANSWER));
        return reply.toWire();
    }

    private static Record at(InetAddress address, Record old) {
        return old.getType() == Type.A
                ? new ARecord(old.getName(), DClass.IN, old.getTTL(), address)
                : new AAAARecord(old.getName(), DClass.IN, old.getTTL(), address);
    }

    private static Message parsed(byte[] wire) {
        try {
            return new Message(wire);
        } catch (IOException e) {
            throw new UncheckedIOException("what is readdressed must be a DNS message", e);
        }
    }
}
