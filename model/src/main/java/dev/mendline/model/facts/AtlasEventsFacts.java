package dev.mendline.model.facts;

import java.util.List;

/**
 * Recent events of a deployment and of its project's network access, from Atlas' activity feed.
 *
 * @param since start of the period, RFC 3339
 * @param events events, the latest first, at most 20
 */
public record AtlasEventsFacts(String since, List<Event> events) implements Facts {
    public static final int MAX_EVENTS = 20;

    /**
     * Entry of the activity feed, without its author.
     *
     * @param type Atlas' {@code eventTypeName}, e.g. {@code PRIMARY_ELECTED}, {@code NETWORK_PERMISSION_ENTRY_REMOVED}
     * @param at RFC 3339
     */
    public record Event(String type, String at) {}

    public AtlasEventsFacts {
        events = List.copyOf(events);
    }

    @Override
    public String summary() {
        return events.size() == 1 ? "1 event" : events.size() + " events";
    }
}
