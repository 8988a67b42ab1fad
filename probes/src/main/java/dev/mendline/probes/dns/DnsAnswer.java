package dev.mendline.probes.dns;

import dev.mendline.model.probe.Reason;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * What one resolver said when it was asked in one way.
 *
 * @param transport {@code udp} or {@code tcp}: over which the last word came or should have come
 * @param status {@link Reason#ANSWERED}, or why there are no records
 * @param cut whether it first said over UDP that its answer does not fit there
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

    /** Whether it said that the name does not exist, or not with this type. */
    boolean gone() {
        return status == Reason.NXDOMAIN || status == Reason.NODATA;
    }

    /** Whether what it said, if anything, arrived and is no message that can be read. */
    boolean unheard() {
        return switch (status) {
            case REFUSED, TIMED_OUT, UNREACHABLE, RESET, MALFORMED -> true;
            default -> false;
        };
    }

    /** Whether the records alone fill a datagram of 512 bytes (RFC 1035 section 2.3.4), nearly: a header goes before them. */
    boolean large() {
        return records.stream()
                        .mapToInt(record -> record.toWire(Section.ANSWER).length)
                        .sum()
                > DATAGRAM - HEADER;
    }

    DnsAnswer afterCut() {
        return new DnsAnswer(transport, status, records, true, millis);
    }

    /**
     * What was said to questions for several record types of one name, as one: good when one of them is; otherwise a
     * failure says more than "not with this type".
     */
    static DnsAnswer merged(List<DnsAnswer> all) {
        DnsAnswer telling = all.stream()
                .filter(DnsAnswer::good)
                .findFirst()
                .or(() -> all.stream()
                        .filter(said -> said.status != Reason.NODATA)
                        .findFirst())
                .orElse(all.get(0));
        List<Record> records = new ArrayList<>();
        all.forEach(said -> records.addAll(said.records));
        long millis = all.stream().mapToLong(DnsAnswer::millis).max().orElse(0);
        return new DnsAnswer(
                telling.transport, telling.status, records, all.stream().anyMatch(DnsAnswer::cut), millis);
    }

    /** As {@code dig} would have shown it, in a few words. */
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
            case RCODE_REFUSED -> "REFUSED, it will not answer us";
            case RCODE_OTHER -> "an error code other than NXDOMAIN, SERVFAIL and REFUSED";
            case MALFORMED -> "an answer that cannot be read";
            default -> "could not be asked";
        };
    }
}
