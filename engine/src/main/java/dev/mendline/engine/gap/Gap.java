package dev.mendline.engine.gap;

import dev.mendline.model.Unclassified;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Texts alike that the catalogue does not know.
 *
 * @param count events
 * @param services who logs them, at most {@value #MAX_SERVICES}, by name
 * @param example the latest, redacted
 */
public record Gap(String template, long count, List<String> services, Instant first, Instant last, String example) {
    private static final int MAX_SERVICES = 20;

    public Gap {
        services = List.copyOf(services);
    }

    private static Gap of(Unclassified one) {
        return new Gap(one.template(), one.count(), List.of(one.service()), one.at(), one.at(), one.text());
    }

    private Gap and(Gap other) {
        TreeSet<String> all = new TreeSet<>(services);
        all.addAll(other.services);
        boolean isLater = other.last.isAfter(last);
        return new Gap(
                template,
                count + other.count,
                all.stream().limit(MAX_SERVICES).toList(),
                other.first.isBefore(first) ? other.first : first,
                isLater ? other.last : last,
                isLater ? other.example : example);
    }

    /** One gap for each template, the most frequent first. */
    public static List<Gap> all(Collection<Unclassified> unclassified) {
        Map<String, Gap> gaps = new LinkedHashMap<>();
        unclassified.forEach(one -> gaps.merge(one.template(), of(one), Gap::and));
        return gaps.values().stream()
                .sorted(Comparator.comparingLong(Gap::count).reversed().thenComparing(Gap::template))
                .toList();
    }
}
