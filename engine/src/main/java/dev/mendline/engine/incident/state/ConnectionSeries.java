package dev.mendline.engine.incident.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/**
 * Connections that one source opened, or failed to open, per minute. The counts are kept as text because there are
 * many of them and few are read.
 *
 * @param source a service, or a client's address as a server tells it
 * @param since the minute in which it became known
 * @param last the latest minute in which there was one
 * @param counts of that minute and those before it, the latest first, with a comma between them and nothing for 0
 */
public record ConnectionSeries(Kind kind, String source, long since, long last, String counts) {
    /** Kinds of counted events. */
    public enum Kind {
        @JsonProperty("connections")
        CONNECTIONS,
        @JsonProperty("errors")
        ERRORS,
        /** Connections of a client that a server tells of. */
        @JsonProperty("peer")
        PEER
    }

    /** Increase of one source's connections: the usual count per minute, and the count of this minute. */
    public record Increase(ConnectionSeries.Kind kind, String source, int usual, int now) {
        public String words() {
            return source + " from " + usual + " to " + now;
        }
    }

    public static ConnectionSeries of(Kind kind, String source, long minute) {
        return new ConnectionSeries(kind, source, minute, minute, "");
    }

    public boolean is(Kind other, String name) {
        return kind == other && source.equals(name);
    }

    /** Adds events to a minute, or to the last one if that is later; keeps {@code window} minutes before it. */
    public ConnectionSeries plus(long minute, long count, int window) {
        long now = Math.max(minute, last);
        int[] all = before(now + 1, (int) Math.min(window + 1L, now + 1 - since));
        all[0] = (int) Math.min(Integer.MAX_VALUE, all[0] + count);
        return new ConnectionSeries(kind, source, since, now, text(all));
    }

    /** Returns the increase in this minute over the median of the earlier minutes. */
    public Optional<Increase> rise(long minute, int window, int factor, int floor) {
        int history = (int) Math.min(window, minute - since);
        int now = before(minute + 1, 1)[0];
        if (history < Bounds.MIN_CONNECTION_HISTORY || now < floor) {
            return Optional.empty();
        }
        int[] past = before(minute, history);
        Arrays.sort(past);
        long twice = (long) past[(history - 1) / 2] + past[history / 2];
        return 2L * now < factor * twice
                ? Optional.empty()
                : Optional.of(new Increase(kind, source, (int) (twice / 2), now));
    }

    /** Returns the counts of this many minutes before a minute, the latest first. */
    private int[] before(long minute, int length) {
        int[] all = new int[length];
        String[] known = counts.split(",", -1);
        for (int i = 0; i < known.length; i++) {
            long place = minute - 1 - (last - i);
            if (place >= 0 && place < length && !known[i].isEmpty()) {
                all[(int) place] = Integer.parseInt(known[i]);
            }
        }
        return all;
    }

    private static String text(int[] counts) {
        StringBuilder text = new StringBuilder();
        int length = counts.length;
        while (length > 1 && counts[length - 1] == 0) {
            length--;
        }
        for (int i = 0; i < length; i++) {
            text.append(i == 0 ? "" : ",").append(counts[i] == 0 ? "" : Integer.toString(counts[i]));
        }
        return text.toString();
    }
}
