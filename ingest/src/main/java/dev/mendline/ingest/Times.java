package dev.mendline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parser of times: ISO 8601 in its common forms (UTC without a zone), or a number since 1970. */
final class Times {
    private static final Pattern ISO = Pattern.compile("\\[?(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)"
            + "(?:[.,](\\d{1,9}))? ?(Z|UTC|[+-]\\d\\d:?\\d\\d)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{9,19}(?:\\.\\d{1,9})?");

    private Times() {}

    static @Nullable Instant of(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? since1970(value.longValue()) : null;
        }
        if (value.isNumber()) {
            return since1970(value.doubleValue());
        }
        if (!value.isTextual()) {
            return null;
        }
        String text = value.textValue();
        if (!NUMBER.matcher(text).matches()) {
            return atStart(text);
        }
        try {
            return text.indexOf('.') < 0 ? since1970(Long.parseLong(text)) : since1970(Double.parseDouble(text));
        } catch (NumberFormatException beyondLong) {
            return null;
        }
    }

    static @Nullable Instant atStart(String line) {
        Matcher iso = ISO.matcher(line);
        if (!iso.lookingAt()) {
            return null;
        }
        try {
            String fraction = iso.group(3) == null ? "" : "." + iso.group(3);
            return LocalDateTime.parse(iso.group(1) + "T" + iso.group(2) + fraction)
                    .toInstant(offset(iso.group(4)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static ZoneOffset offset(@Nullable String zone) {
        return zone == null || zone.startsWith("U") ? ZoneOffset.UTC : ZoneOffset.of(zone);
    }

    /**
     * Interprets a number as seconds, milliseconds, microseconds or nanoseconds, whichever is closest to the present.
     */
    private static @Nullable Instant since1970(long number) {
        if (number <= 0) {
            return null;
        }
        long perSecond = number < 100_000_000_000L
                ? 1
                : number < 100_000_000_000_000L ? 1_000 : number < 100_000_000_000_000_000L ? 1_000_000 : 1_000_000_000;
        return Instant.ofEpochSecond(number / perSecond, number % perSecond * (1_000_000_000L / perSecond));
    }

    /** Interprets a number with microsecond precision, the limit of a double for seconds. */
    private static @Nullable Instant since1970(double number) {
        if (!(number > 0 && number < 1e18)) {
            return null;
        }
        return number < 1e11 ? since1970Micros(Math.round(number * 1e6)) : since1970(Math.round(number));
    }

    private static Instant since1970Micros(long micros) {
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }
}
