package dev.mendline.engine.gap;

import dev.mendline.model.log.Unclassified;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * Group of similar texts that the catalog does not recognize.
 *
 * @param count number of events
 * @param services services that log them, at most {@value #MAX_SERVICES}, by name
 * @param example latest text, redacted
 */
public record Gap(String template, long count, List<String> services, Instant first, Instant last, String example) {
    private static final int MAX_SERVICES = 20;

    public Gap {
        services = List.copyOf(services);
    }

    static Gap of(Unclassified one) {
        return new Gap(one.template(), one.count(), List.of(one.service()), one.at(), one.at(), one.text());
    }

    Gap and(Gap other) {
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
}
