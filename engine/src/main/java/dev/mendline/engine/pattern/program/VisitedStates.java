package dev.mendline.engine.pattern.program;

import java.util.Arrays;

/** Bit set of visited states: one row per instruction, one bit per position. */
final class VisitedStates {
    private long[] words = {};
    private int[] touched = {};
    private int touchedWords;
    private int base;
    private int width;

    /** Opens the set for positions from {@code first} to {@code last}. */
    void open(int rows, int first, int last) {
        base = first;
        width = last - first + 1;
        int needed = ((rows * width) >>> 6) + 1;
        if (needed > words.length) {
            int size = needed + needed / 2;
            words = new long[size];
            touched = new int[size];
        }
    }

    /** Clears the set, in time proportional to the words that were touched. */
    void close() {
        if (touchedWords > words.length / 8) {
            Arrays.fill(words, 0);
        } else {
            for (int i = 0; i < touchedWords; i++) {
                words[touched[i]] = 0;
            }
        }
        touchedWords = 0;
    }

    /** Adds a state; returns false if it was visited before. */
    boolean add(int row, int at) {
        int bit = row * width + at - base;
        return set(bit >>> 6, 1L << bit);
    }

    private boolean set(int word, long mask) {
        long before = words[word];
        if ((before & mask) != 0) {
            return false;
        }
        if (before == 0) {
            touched[touchedWords++] = word;
        }
        words[word] = before | mask;
        return true;
    }

    /**
     * Skips characters of a set and adds each state on the way, up to a state that was visited before.
     *
     * @return the end of the characters, or less than {@code first} if the first state was visited before
     */
    int sweep(int row, int first, byte[] bytes, int to, boolean[] table) {
        int from = first;
        while (true) {
            int bit = row * width + from - base;
            long seen = words[bit >>> 6] >>> bit;
            int room = 64 - (bit & 63);
            int free = seen == 0 ? room : Long.numberOfTrailingZeros(seen);
            if (free == 0) {
                return from - 1;
            }
            int last = Math.min(from + free - 1, to);
            int end = skip(bytes, table, from, last);
            set(bit >>> 6, (-1L >>> (63 - (end - from))) << bit);
            boolean goesOn = end == last && last < to && table[bytes[end] & 0xff];
            if (!goesOn || free < room) {
                return end;
            }
            from = end + 1;
        }
    }

    /** Returns the first position up to {@code last} without a character of the set. */
    static int skip(byte[] bytes, boolean[] table, int first, int last) {
        int at = first;
        while (at < last && table[bytes[at] & 0xff]) {
            at++;
        }
        return at;
    }
}
