package dev.mendline.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Names and settings of all topics with one prefix. */
public record Topics(String prefix) {
    public static final Topics DEFAULT = new Topics("mendline.");

    /** Topic to be created; {@code configs} are Kafka's topic settings. */
    public record Topic(String name, int partitions, Map<String, String> configs) {}

    public Topics {
        if (!prefix.matches("[A-Za-z0-9._-]{0,100}")) {
            throw new IllegalArgumentException("'" + prefix
                    + "' is not a topic prefix: letters, digits, '.', '_' and '-' are allowed, at most 100");
        }
    }

    public String logs() {
        return prefix + "logs";
    }

    public String journal() {
        return prefix + "journal";
    }

    public String incidents() {
        return prefix + "incidents";
    }

    public String probeRequests(String zone) {
        return prefix + "probe-requests." + zone;
    }

    public String notifications() {
        return prefix + "notifications";
    }

    public String unclassified() {
        return prefix + "unclassified";
    }

    public String deadLetters() {
        return prefix + "dead-letters";
    }

    /** Returns all topics that Mendline reads or writes; {@code partitions} applies to those with high load. */
    public List<Topic> all(Iterable<String> zones, int partitions) {
        List<Topic> all = new ArrayList<>(List.of(
                new Topic(logs(), partitions, Map.of("max.message.bytes", Integer.toString(16 << 20))),
                new Topic(
                        journal(),
                        partitions,
                        Map.of("message.timestamp.type", "LogAppendTime", "retention.ms", millis(Duration.ofDays(30)))),
                new Topic(incidents(), partitions, Map.of("cleanup.policy", "compact")),
                new Topic(notifications(), 1, Map.of("cleanup.policy", "compact")),
                new Topic(unclassified(), 1, Map.of("retention.ms", millis(Duration.ofDays(7)))),
                new Topic(deadLetters(), 1, Map.of("retention.ms", millis(Duration.ofDays(7))))));
        TreeSet<String> names = new TreeSet<>();
        zones.forEach(names::add);
        names.forEach(zone ->
                all.add(new Topic(probeRequests(zone), 1, Map.of("retention.ms", millis(Duration.ofHours(1))))));
        return List.copyOf(all);
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
