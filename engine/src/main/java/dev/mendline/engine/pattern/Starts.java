package dev.mendline.engine.pattern;

import org.jspecify.annotations.Nullable;

/** Finds the places where a match can begin, by the first characters alone. */
final class Starts {
    private final boolean isAtBegin;
    private final int required;
    private final @Nullable RareByte rare;

    /** A bit for each of the first characters: whether this may be it. */
    private final byte[] may = new byte[ByteSet.VALUES];

    private final int all;

    Starts(Lead lead) {
        this.isAtBegin = lead.isAtBegin();
        this.required = lead.required();
        this.rare = RareByte.of(lead);
        this.all = (1 << required) - 1;
        for (int i = 0; i < required; i++) {
            for (int c = 0; c < may.length; c++) {
                may[c] |= (byte) (lead.sets().get(i).contains(c) ? 1 << i : 0);
            }
        }
    }

    /** The first place that is not before {@code first}; -1 when there is none. */
    int next(byte[] bytes, int from, int to, int first) {
        int last = to - required;
        if (isAtBegin || required == 0) {
            return first <= last && (first == from || !isAtBegin) ? first : -1;
        }
        return rare != null ? next(rare, bytes, last, first) : next(bytes, last, first);
    }

    private int next(byte[] bytes, int last, int first) {
        for (int at = first; at <= last; at++) {
            if ((may[bytes[at] & 0xff] & 1) != 0 && isPossible(bytes, at)) {
                return at;
            }
        }
        return -1;
    }

    private int next(RareByte sought, byte[] bytes, int last, int first) {
        int at = sought.next(bytes, first + sought.offset(), last + sought.offset()) - sought.offset();
        while (at >= first && !isPossible(bytes, at)) {
            at = sought.next(bytes, at + 1 + sought.offset(), last + sought.offset()) - sought.offset();
        }
        return at < first ? -1 : at;
    }

    private boolean isPossible(byte[] bytes, int at) {
        int bits = all;
        for (int i = 0; i < required; i++) {
            bits &= may[bytes[at + i] & 0xff] | ~(1 << i);
        }
        return bits == all;
    }
}
