package dev.mendline.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Time as a log has it.
 *
 * @param zone offset from UTC; null if the log has none
 * @param yearless true if the log has no year, as in syslog; the year of {@code local} then means nothing
 */
record LogTime(LocalDateTime local, @Nullable ZoneOffset zone, boolean yearless) {
    /** Largest offset of a time zone from UTC. */
    private static final Duration ZONES = Duration.ofHours(14);

    static LogTime of(Instant instant) {
        return new LogTime(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), ZoneOffset.UTC, false);
    }

    /**
     * Returns the instant, never later than the record's, so that a log cannot make itself newer. A time without a zone
     * is UTC; if it could be the record's time in some zone, it counts as that.
     *
     * @param recordTime time at which the record was written
     */
    Instant at(Instant recordTime) {
        Instant said = instant(recordTime);
        boolean isMaybeNow =
                zone == null && Duration.between(said, recordTime).abs().compareTo(ZONES) <= 0;
        return isMaybeNow || said.isAfter(recordTime) ? recordTime : said;
    }

    /** Returns true if both may be the same time, and only the other one has a zone. */
    boolean isLessExactThan(LogTime other) {
        return zone == null
                && other.zone != null
                && (yearless || Duration.between(local, other.local).abs().compareTo(ZONES.multipliedBy(2)) <= 0);
    }

    private Instant instant(Instant recordTime) {
        ZoneOffset offset = zone == null ? ZoneOffset.UTC : zone;
        if (!yearless) {
            return local.toInstant(offset);
        }
        // 29 February exists in the year of the log, if not in every year.
        int year = LocalDateTime.ofInstant(recordTime.plus(ZONES), offset).getYear();
        Instant latest = local.withYear(year).toInstant(offset);
        return latest.isAfter(recordTime.plus(ZONES)) ? local.withYear(year - 1).toInstant(offset) : latest;
    }
}
