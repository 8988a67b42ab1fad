package dev.mendline.probes.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * How far one partition is done. What is committed is the first offset that is not finished; which of those behind it are
 * finished stands in the commit's metadata, so that the next owner does not run them again.
 */
final class PartitionProgress {
    private static final String MARK = "done:";
    /** Brokers take 4096 bytes (offset.metadata.max.bytes); what does not fit is run once more. */
    private static final int MAX_TEXT = 4000;

    private final NavigableSet<Long> open = new TreeSet<>();
    private final NavigableSet<Long> done = new TreeSet<>();
    private long next;
    private @Nullable OffsetAndMetadata committed;

    private PartitionProgress() {}

    /**
     * Goes on where the former owner stopped.
     *
     * @param committed what it left; null when there was none
     */
    static PartitionProgress after(@Nullable OffsetAndMetadata committed) {
        PartitionProgress ledger = new PartitionProgress();
        ledger.committed = committed;
        if (committed != null) {
            ledger.next = committed.offset();
            read(committed).forEach(ledger.done::add);
        }
        return ledger;
    }

    /** A record was read; true when it is still to be done. */
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

    /** What to commit; null when that has been committed. */
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

    /** Distances from the commit's offset; a run of them as its first and last. */
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

    /** Another tool may have set the group's offsets, so anything may stand there. */
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
