package dev.mendline.engine.pattern;

import java.util.Arrays;

/** In which instruction a run has been at which place: a row of bits for each instruction that asks. */
final class Marks {
    private long[] words = new long[64];
    private int[] touched = new int[64];
    private int touchedWords;
    private int base;
    private int width;

    /** For places from {@code first} to {@code last}. */
    void open(int rows, int first, int last) {
        base = first;
        width = last - first + 1;
        int needed = ((rows * width) >>> 6) + 1;
        if (needed > words.length) {
            words = new long[needed];
            touched = new int[needed];
        }
    }

    /** Forgets all; only what was touched costs. */
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

    /** Whether nobody has been here; now somebody has. */
    boolean isNew(int row, int at) {
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
     * Goes on over characters of a set as long as nobody has been at the place behind, marking each; where that ends,
     * or -1 when somebody has been at the first already.
     */
    int sweep(int row, int first, Run run, boolean[] table) {
        int from = first;
        while (true) {
            int bit = row * width + from - base;
            long seen = words[bit >>> 6] >>> bit;
            int room = 64 - (bit & 63);
            int free = seen == 0 ? room : Long.numberOfTrailingZeros(seen);
            if (free == 0) {
                return from - 1;
            }
            int last = Math.min(from + free - 1, run.to());
            int end = run.skip(table, from, last);
            set(bit >>> 6, (-1L >>> (63 - (end - from))) << bit);
            boolean goesOn = end == last && last < run.to() && table[run.bytes()[end] & 0xff];
            if (!goesOn || free < room) {
                return end;
            }
            from = end + 1;
        }
    }
}
