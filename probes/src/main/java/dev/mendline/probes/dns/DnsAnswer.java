package dev.mendline.probes.dns;

import dev.mendline.model.probe.Reason;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * Answer of one resolver to one question.
 *
 * @param transport {@code udp} or {@code tcp}, by which the last message came or should have come
 * @param status {@link Reason#ANSWERED}, or the reason for no records
 * @param cut true if the first answer over UDP was truncated
 */
record DnsAnswer(String transport, Reason status, List<Record> records, boolean cut, long millis) {
    private static final int DATAGRAM = 512;
    private static final int HEADER = 12;

    DnsAnswer {
        records = List.copyOf(records);
    }

    boolean good() {
        return status == Reason.ANSWERED;
    }

    /** Returns true if the name does not exist, or not with this record type. */
    boolean gone() {
        return status == Reason.NXDOMAIN || status == Reason.NODATA;
    }

    /** Returns true if no readable message came. */
    boolean unheard() {
        return switch (status) {
            case REFUSED, TIMED_OUT, UNREACHABLE, RESET, MALFORMED -> true;
            default -> false;
        };
    }

    /** Returns true if the records leave no room for the header in 512 bytes (RFC 1035 section 2.3.4). */
    boolean large() {
        return records.stream()
                        .mapToInt(record -> record.toWire(Section.ANSWER).length)
                        .sum()
                > DATAGRAM - HEADER;
    }

    DnsAnswer afterCut() {
        return new DnsAnswer(transport, status, records, true, millis);
    }

    /** Merges the answers for several record types of one name. A good one wins, then any failure but no record. */
    static DnsAnswer merged(List<DnsAnswer> all) {
        DnsAnswer telling = all.stream()
                .filter(DnsAnswer::good)
                .findFirst()
                .or(() -> all.stream()
                        .filter(answer -> answer.status != Reason.NODATA)
                        .findFirst())
                .orElse(all.get(0));
        List<Record> records = new ArrayList<>();
        all.forEach(answer -> records.addAll(answer.records));
        long millis = all.stream().mapToLong(DnsAnswer::millis).max().orElse(0);
        return new DnsAnswer(
                telling.transport, telling.status, records, all.stream().anyMatch(DnsAnswer::cut), millis);
    }

    /** Returns the answer in a few words. */
    String words() {
        return switch (status) {
            case ANSWERED -> records.size() + (records.size() == 1 ? " record" : " records");
            case REFUSED -> "refused, nothing listens there";
            case TIMED_OUT -> "no answer";
            case UNREACHABLE -> "unreachable";
            case RESET -> "closed the connection without an answer";
            case NXDOMAIN -> "NXDOMAIN, no such name";
            case NODATA -> "NOERROR, no such record";
            case SERVFAIL -> "SERVFAIL";
            case RCODE_REFUSED -> "REFUSED, it does not answer this client";
            case RCODE_OTHER -> "an error code other than NXDOMAIN, SERVFAIL and REFUSED";
            case MALFORMED -> "an answer that cannot be read";
            default -> "could not be asked";
        };
    }
}
