package dev.mendline.probes.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Progress of one partition. The committed offset is the first that is not finished. The commit's metadata lists the
 * finished ones after it, so that the next owner does not run them again.
 */
final class PartitionProgress {
    private static final String MARK = "done:";
    /** Brokers allow 4096 bytes (offset.metadata.max.bytes). Requests that do not fit run again. */
    private static final int MAX_TEXT = 4000;

    private final NavigableSet<Long> open = new TreeSet<>();
    private final NavigableSet<Long> done = new TreeSet<>();
    private long next;
    private @Nullable OffsetAndMetadata committed;

    private PartitionProgress() {}

    /** Continues from the former owner's commit; null if there was none. */
    static PartitionProgress after(@Nullable OffsetAndMetadata committed) {
        PartitionProgress ledger = new PartitionProgress();
        ledger.committed = committed;
        if (committed != null) {
            ledger.next = committed.offset();
            read(committed).forEach(ledger.done::add);
        }
        return ledger;
    }

    /** Adds a record that was read; returns true if it must still be run. */
    boolean begin(long offset) {
        next = offset + 1;
        return !done.contains(offset) && open.add(offset);
    }

    void finish(long offset) {
        open.remove(offset);
        done.add(offset);
    }

    boolean isOpen(long offset) {
        return open.contains(offset);
    }

    /** Returns the next commit; null if nothing changed since the last one. */
    @Nullable
    OffsetAndMetadata news() {
        long first = open.isEmpty() ? next : open.first();
        done.headSet(first).clear();
        OffsetAndMetadata now = new OffsetAndMetadata(first, text(first));
        boolean nothing = committed == null && now.offset() == 0 && done.isEmpty();
        return nothing || now.equals(bare(committed)) ? null : now;
    }

    void committed(OffsetAndMetadata commit) {
        committed = commit;
    }

    private static @Nullable OffsetAndMetadata bare(@Nullable OffsetAndMetadata commit) {
        return commit == null ? null : new OffsetAndMetadata(commit.offset(), commit.metadata());
    }

    /** Returns the finished offsets as distances from the commit's offset; a range is its first and last distance. */
    private String text(long first) {
        List<String> runs = new ArrayList<>();
        int length = MARK.length();
        Long offset = done.isEmpty() ? null : done.first();
        while (offset != null) {
            long last = offset;
            while (done.contains(last + 1)) {
                last++;
            }
            String run = (offset - first) + "-" + (last - first);
            length += run.length() + 1;
            if (length > MAX_TEXT) {
                break;
            }
            runs.add(run);
            offset = done.higher(last);
        }
        return runs.isEmpty() ? "" : MARK + String.join(",", runs);
    }

    /** Parses the metadata. Another tool may have written the offsets, so it can contain anything. */
    private static List<Long> read(OffsetAndMetadata commit) {
        List<Long> done = new ArrayList<>();
        String text = commit.metadata();
        if (text.matches(MARK + "\\d{1,6}-\\d{1,6}(,\\d{1,6}-\\d{1,6})*")) {
            for (String run : text.substring(MARK.length()).split(",", -1)) {
                int dash = run.indexOf('-');
                long last = Long.parseLong(run.substring(dash + 1));
                for (long at = Long.parseLong(run.substring(0, dash)); at <= last; at++) {
                    done.add(commit.offset() + at);
                }
            }
        }
        return done;
    }
}
