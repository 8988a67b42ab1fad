package dev.mendline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Normalization of severities to {@code TRACE DEBUG INFO WARN ERROR FATAL}, OpenTelemetry's short names. An unknown
 * word stays as it is.
 */
final class Levels {
    private static final int MAX_WORD = 32;
    /** Maximum position of the severity in a plain line, in characters. */
    private static final int HEAD = 80;

    private static final Map<String, String> WORDS = words(Map.of(
            "TRACE", "trace trc verbose vrb silly finest finer",
            "DEBUG", "debug dbg fine d d1 d2 d3 d4 d5",
            "INFO", "info inf information informational notice log i",
            "WARN", "warn warning wrn w",
            "ERROR", "error err eror severe fail e",
            "FATAL", "fatal ftl critical crit alert emerg emergency panic dpanic f"));

    private static final List<String> SYSLOG =
            List.of("FATAL", "FATAL", "FATAL", "ERROR", "WARN", "INFO", "INFO", "DEBUG");

    /** Patterns for the severity in a plain line; group 1 is the word. */
    private static final List<Pattern> PLACES = List.of(
            Pattern.compile("(?=[ls])\\b(?:level|lvl|severity)=\"?([A-Za-z]{3,13})\\b"),
            Pattern.compile("^([IWEF])\\d{4} \\d\\d:\\d\\d:"),
            Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+[+-]\\d{4} ([FEWID])\\d? +[A-Z]+ "),
            Pattern.compile(
                    "(?=[TDINWESFCP])(?<![\\w./-])(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|SEVERE|FATAL|CRITICAL|CRIT|PANIC)"
                            + "(?![\\w/-])"),
            Pattern.compile("\\[(trace|debug|info|notice|warn|warning|error|crit|alert|emerg|fatal)]"),
            Pattern.compile("^(trace|debug|info|warn|warning|error|fail|crit|fatal): "),
            Pattern.compile("^\\[Nest] .{20,60}? (VERBOSE|LOG) \\["));

    private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,2}");

    private Levels() {}

    /**
     * Returns the severity of a field: a word, a letter, syslog's 0–7, the tens of bunyan and pino (50 is ERROR), or
     * the hundreds of Monolog (400 is ERROR).
     */
    static @Nullable String of(JsonNode value) {
        if (value.isNumber()) {
            return number(value.asInt(-1));
        }
        if (!value.isTextual()) {
            return null;
        }
        String word = PlainText.withoutColors(value.textValue()).strip();
        if (word.isEmpty()) {
            return null;
        }
        return SHORT_NUMBER.matcher(word).matches() ? number(Integer.parseInt(word)) : word(word);
    }

    /** Returns the severity of OpenTelemetry's number, 1–24 (logs data model, SeverityNumber). */
    static @Nullable String otel(int number) {
        return number < 1 || number > 24
                ? null
                : List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL").get((number - 1) / 4);
    }

    static @Nullable String inLine(String line) {
        String head = line.length() > HEAD ? line.substring(0, HEAD) : line;
        for (Pattern place : PLACES) {
            Matcher matcher = place.matcher(head);
            if (place.pattern().startsWith("^") ? matcher.lookingAt() : matcher.find()) {
                return word(matcher.group(1));
            }
        }
        return null;
    }

    /** Returns true for a word of a severity, in lower case and longer than a letter. */
    static boolean isKnown(String word) {
        return word.length() > 2 && WORDS.containsKey(word);
    }

    /** Returns the severity of syslog's number, 0–7. */
    static @Nullable String syslog(int number) {
        return SYSLOG.get(number);
    }

    static String word(String word) {
        String known = WORDS.get(word.toLowerCase(Locale.ROOT));
        return known != null ? known : word.length() > MAX_WORD ? word.substring(0, MAX_WORD) : word;
    }

    private static @Nullable String number(int level) {
        if (level < 0) {
            return null;
        }
        if (level < SYSLOG.size()) {
            return SYSLOG.get(level);
        }
        if (level >= 100) {
            return otel(Math.min(level / 100 + 1, 6) * 4);
        }
        return level < 10 ? null : otel(Math.min(level / 10, 6) * 4);
    }

    private static Map<String, String> words(Map<String, String> spellings) {
        Map<String, String> words = new HashMap<>();
        spellings.forEach((level, all) -> List.of(all.split(" ")).forEach(word -> words.put(word, level)));
        return Map.copyOf(words);
    }
}
