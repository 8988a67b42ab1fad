package dev.mendline.engine.pattern;

/** Finds the places where a match can begin, by the first characters alone. */
final class Starts {
    private final Lead lead;
    private final int required;

    /** A bit for each of the first characters: whether this may be it. */
    private final byte[] may = new byte[ByteSet.VALUES];

    Starts(Lead lead) {
        this.lead = lead;
        this.required = lead.required();
        for (int i = 0; i < required; i++) {
            for (int c = 0; c < may.length; c++) {
                may[c] |= (byte) (lead.sets().get(i).contains(c) ? 1 << i : 0);
            }
        }
    }

    /** The first place that is not before {@code first}; -1 when there is none. */
    int next(byte[] bytes, int from, int to, int first) {
        if (lead.isAtBegin()) {
            return first == from && first + required <= to ? first : -1;
        }
        int last = to - required;
        if (required == 0) {
            return first <= last ? first : -1;
        }
        for (int at = first; at <= last; at++) {
            if ((may[bytes[at] & 0xff] & 1) != 0 && isPossible(bytes, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isPossible(byte[] bytes, int at) {
        for (int i = 1; i < required; i++) {
            if ((may[bytes[at + i] & 0xff] & 1 << i) == 0) {
                return false;
            }
        }
        return true;
    }
}
