package dev.mendline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parser of times: the forms that loggers print, or a number since 1970. */
final class Times {
    /** Names of months, in regular expressions. */
    static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";

    private static final String CLOCK = "(?<clock>\\d\\d?:\\d\\d:\\d\\d)(?:[.,](?<fraction>\\d{1,9})\\d{0,9})?+";
    private static final String ZONE = "(?: ?(?<zone>Z|(?:GMT)?[+-]\\d\\d(?::?\\d\\d)?|UTC|GMT)(?!\\w))?";
    private static final String LEVEL =
            "(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|ERR|SEVERE|FATAL|CRITICAL|LOG|[A-Z]\\d?)";

    /** Forms in the order in which they are tried, from the start of a line. */
    private static final ByFirstCharacter<Form> FORMS = new ByFirstCharacter<>(
            List.of(
                    // Java, Go, Node, mongod, Ruby; also after a severity: "E, [2026-…", "[ERROR] 2026-…".
                    new Form("(?:\\[?" + LEVEL
                            + "]?[:,]? {1,3})?[\\[(]?(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)[T ]" + CLOCK
                            + ZONE),
                    // Go's log package, nginx.
                    new Form("\\[?(?<year>\\d{4})/(?<month>\\d\\d)/(?<day>\\d\\d) " + CLOCK + ZONE),
                    // syslog.
                    new Form("(?<month>" + MONTH + ") (?<day>[ \\d]\\d) " + CLOCK + "(?! \\d{4})"),
                    // java.util.logging.
                    new Form("(?<month>" + MONTH + ") (?<day>\\d\\d?), (?<year>\\d{4}),? " + CLOCK + " (?<half>[AP]M)"),
                    // Log4j's DATE and Apache's access log.
                    new Form("\\[?(?<day>\\d\\d?)[ /-](?<month>" + MONTH + ")[ /-](?<year>\\d{4})[ ;:]" + CLOCK + ZONE),
                    // JavaScript's Date, C's asctime and Apache's error log.
                    new Form("\\[?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?<month>" + MONTH
                            + ") (?<day>[ \\d]\\d) (?<year>\\d{4}) " + CLOCK + ZONE),
                    new Form("\\[?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<month>" + MONTH + ") (?<day>[ \\d]\\d) " + CLOCK
                            + " (?<year>\\d{4})"),
                    // NestJS, in the order of the United States.
                    new Form("\\[Nest] \\d{1,8} +- (?<month>\\d\\d)/(?<day>\\d\\d)/(?<year>\\d{4}), " + CLOCK
                            + " (?<half>[AP]M)"),
                    // klog.
                    new Form("[IWEF](?<month>\\d\\d)(?<day>\\d\\d) " + CLOCK),
                    // logfmt.
                    new Form(
                            "(?:[\\w.@]{1,40}=(?:\"[^\"]{0,100}\"|[^\" ]{0,100}) ){0,5}(?:time|ts|timestamp|@timestamp|t)=\"?"
                                    + "(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)[T ]" + CLOCK + ZONE)),
            Form::pattern);

    private static final Pattern NUMBER = Pattern.compile("\\d{9,19}(?:\\.\\d{1,9})?");
    private static final Pattern NUMBER_AT_START = Pattern.compile("\\[?(1\\d{9}(?:\\.\\d{1,9})?|1\\d{12})]?[ \\t]");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    /** Leap year, so that each day of a time without a year exists. */
    private static final int ANY_YEAR = 2000;

    private Times() {}

    /** Form of a time as a regular expression with the parts that it has. */
    private record Form(Pattern pattern, Set<String> parts) {
        private static final Pattern GROUP = Pattern.compile("\\(\\?<(\\w+)>");

        Form(String pattern) {
            this(
                    Pattern.compile(pattern),
                    GROUP.matcher(pattern)
                            .results()
                            .map(group -> group.group(1))
                            .collect(Collectors.toSet()));
        }

        @Nullable
        LogTime read(String line) {
            Matcher matcher = pattern.matcher(line);
            if (!matcher.lookingAt()) {
                return null;
            }
            try {
                String year = part(matcher, "year");
                LocalDate day = LocalDate.of(
                        year == null ? ANY_YEAR : Integer.parseInt(year),
                        month(matcher.group("month")),
                        Integer.parseInt(matcher.group("day").strip()));
                return new LogTime(LocalDateTime.of(day, clock(matcher)), offset(part(matcher, "zone")), year == null);
            } catch (DateTimeException noSuchTime) {
                return null;
            }
        }

        private LocalTime clock(Matcher matcher) {
            String[] clock = matcher.group("clock").split(":", -1);
            String fraction = part(matcher, "fraction");
            int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
            String half = part(matcher, "half");
            int hour = Integer.parseInt(clock[0]);
            return LocalTime.of(
                    half == null || hour >= 24 ? hour : hour % 12 + (half.equals("PM") ? 12 : 0),
                    Integer.parseInt(clock[1]),
                    Integer.parseInt(clock[2]),
                    nanos);
        }

        private @Nullable String part(Matcher matcher, String name) {
            return parts.contains(name) ? matcher.group(name) : null;
        }

        private static int month(String month) {
            int name = MONTHS.indexOf(month);
            return name < 0 ? Integer.parseInt(month) : name + 1;
        }

        private static @Nullable ZoneOffset offset(@Nullable String zone) {
            if (zone == null) {
                return null;
            }
            String offset = zone.startsWith("GMT") ? zone.substring(3) : zone;
            return offset.isEmpty() || offset.startsWith("U") || offset.equals("Z")
                    ? ZoneOffset.UTC
                    : ZoneOffset.of(offset);
        }
    }

    static @Nullable LogTime of(JsonNode value) {
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
        return NUMBER.matcher(text).matches() ? number(text) : atStart(text);
    }

    /** Returns the time at the start of a line. */
    static @Nullable LogTime atStart(String line) {
        for (Form form : FORMS.at(line, 0)) {
            LogTime time = form.read(line);
            if (time != null) {
                return time;
            }
        }
        Matcher number = NUMBER_AT_START.matcher(line);
        return number.lookingAt() ? number(number.group(1)) : null;
    }

    private static @Nullable LogTime number(String text) {
        try {
            return text.indexOf('.') < 0 ? since1970(Long.parseLong(text)) : since1970(Double.parseDouble(text));
        } catch (NumberFormatException beyondLong) {
            return null;
        }
    }

    /**
     * Interprets a number as seconds, milliseconds, microseconds or nanoseconds, whichever is closest to the present.
     */
    private static @Nullable LogTime since1970(long number) {
        if (number <= 0) {
            return null;
        }
        long perSecond = number < 100_000_000_000L
                ? 1
                : number < 100_000_000_000_000L ? 1_000 : number < 100_000_000_000_000_000L ? 1_000_000 : 1_000_000_000;
        return LogTime.of(Instant.ofEpochSecond(number / perSecond, number % perSecond * (1_000_000_000L / perSecond)));
    }

    /** Interprets a number with microsecond precision, the limit of a double for seconds. */
    private static @Nullable LogTime since1970(double number) {
        if (!(number > 0 && number < 1e18)) {
            return null;
        }
        return number < 1e11
                ? LogTime.of(Instant.ofEpochSecond(0, Math.round(number * 1e6) * 1_000))
                : since1970(Math.round(number));
    }
}
