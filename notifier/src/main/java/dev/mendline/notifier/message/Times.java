package dev.mendline.notifier.message;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats of times and durations in messages. All times are in UTC. */
final class Times {
    static final DateTimeFormatter SECOND = formatter("HH:mm:ss 'UTC'");
    static final DateTimeFormatter MINUTE = formatter("yyyy-MM-dd HH:mm 'UTC'");

    private Times() {}

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    static String duration(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return Math.max(0, duration.toSeconds()) + " s";
        }
        return duration.compareTo(Duration.ofHours(2)) < 0
                ? duration.toMinutes() + " min"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
