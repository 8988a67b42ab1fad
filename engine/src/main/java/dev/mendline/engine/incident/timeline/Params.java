package dev.mendline.engine.incident.timeline;

import dev.mendline.model.incident.Incident.TimelineEntry;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a timeline entry.
 *
 * @param values by name; numbers, times and enums as text
 */
public record Params(SortedMap<String, String> values) {
    public static final Params NONE = new Params(new TreeMap<>());

    /** The parameter that holds a {@link TimelineReason}. */
    public static final String WHY = TimelineEntry.WHY;

    public static Params of(String name, @Nullable Object value) {
        return NONE.and(name, value);
    }

    public static Params because(TimelineReason reason) {
        return NONE.and(WHY, reason);
    }

    /** Returns these and one more; without a value it is left out. */
    public Params and(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        SortedMap<String, String> more = new TreeMap<>(values);
        more.put(name, value instanceof TimelineReason reason ? reason.word() : String.valueOf(value));
        return new Params(more);
    }

    public Params and(Params others) {
        SortedMap<String, String> more = new TreeMap<>(values);
        more.putAll(others.values);
        return new Params(more);
    }
}
