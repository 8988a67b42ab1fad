package dev.mendline.lab.dns;

import java.nio.ByteBuffer;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Builder of DNS replies. */
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
}
