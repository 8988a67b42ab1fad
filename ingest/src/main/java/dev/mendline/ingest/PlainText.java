package dev.mendline.ingest;

import dev.mendline.model.log.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parser of lines that are not JSON: prefix, time, severity, service and trace. */
final class PlainText {
    private static final char ESCAPE = '\u001B';
    /** Terminal control sequences (ECMA-48). */
    private static final Pattern TERMINAL =
            Pattern.compile("\u001B(?:\\[[0-9;:?]*+[ -/]*+[@-~]|\\][^\u0007\u001B]*+(?:\u0007|\u001B\\\\))");
    /** Maximum number of characters in which the service is sought. */
    private static final int HEAD = 600;

    private static final String LEVEL = "(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)";
    /** Spring Boot's application between process and thread. */
    private static final Pattern SPRING_BOOT =
            Pattern.compile("[^\\[\\]\\n]{20,60} --- \\[(?<name>[\\w.-]{1,80})] \\[[^\\]\\n]{1,60}] ");

    /** Places of the channel or logger in lines of known loggers. */
    private static final ByFirstCharacter<Pattern> CHANNEL = new ByFirstCharacter<>(
            List.of(
                    // Ruby's Logger: "E, [2026-… #12] ERROR -- name: ".
                    Pattern.compile("[A-Z], \\[[^\\]\\n]{10,60}] +[A-Z]{3,7} -- (?<name>[\\w.:-]{1,80}): "),
                    // Monolog: "[2026-…] channel.ERROR: ".
                    Pattern.compile("\\[\\d{4}-\\d\\d-\\d\\d[^\\]\\n]{9,25}] (?<name>[\\w-]{1,60})\\.[A-Z]{4,9}: "),
                    // Rust's env_logger and tracing: "[2026-…Z ERROR crate::module] ", "2026-…Z ERROR crate::module: ".
                    Pattern.compile("\\[\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,20}Z " + LEVEL
                            + " {1,2}(?<name>[a-z]\\w{0,60})(?:::[\\w:]{1,100})?] "),
                    Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,20}Z {1,3}" + LEVEL
                            + " (?:[^:\\n]{1,100}: ){0,3}?(?<name>[a-z]\\w{0,60})::[\\w:]{1,100}: "),
                    Pattern.compile(
                            "\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{6}Z {1,3}" + LEVEL + " (?<name>[a-z]\\w{0,60}): ")),
            Function.identity());

    /** Event of MongoDB's own server. */
    static final PartialEvent SERVER = PartialEvent.of(Resource.ofService(Resource.SERVER));
    /** Server's log before version 4.4; the shell and the tools have other threads. */
    private static final Pattern MONGOD = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,12}[+-]\\d{4} [FEWID]\\d? +[A-Z_-]{1,12} +"
                    + "\\[(?:conn|listener|initandlisten|repl|rs|Repl|mongosMain|worker|Balancer|Sharding|signalProcessing)");

    /** Key and value of logfmt. */
    private static final Pattern LOGFMT = Pattern.compile(
            "(?:^|[ \\t])(?<key>[\\w.]{1,60})=(?:\"(?<quoted>[^\"\\n]{0,200})\"|(?<bare>[^\" \\t\\n]{0,200}))");

    private static final Pattern IS_LOGFMT = Pattern.compile("[\\w.@]{1,40}=(?:\"|[^ =]{1,100} [\\w.@]{1,40}=)");
    private static final List<String> LOGFMT_SERVICE =
            List.of("service.name", "service", "service_name", "app", "app_name", "application", "component");
    private static final List<String> LOGFMT_HOST = List.of("host.name", "host", "hostname");
    private static final List<String> LOGFMT_ENVIRONMENT =
            List.of("deployment.environment.name", "deployment.environment", "environment", "env");
    private static final List<String> LOGFMT_TRACE =
            List.of("trace_id", "traceId", "traceID", "trace.id", "dd.trace_id");
    /** Channels of Laravel that name the environment. */
    private static final Set<String> ENVIRONMENTS =
            Set.of("production", "staging", "local", "testing", "development", "dev", "prod", "test");
    /** Names under which drivers log. */
    private static final Set<String> DRIVERS = Set.of("mongodb", "org.mongodb.driver", "mongo_driver");

    private PlainText() {}

    /** Line without its end, colors and prefix, with what the prefix says. */
    record Bare(PartialEvent says, String text) {}

    static Bare bare(String line) {
        String plain = withoutColors(line);
        int end = plain.length();
        while (end > 0 && (plain.charAt(end - 1) == '\n' || plain.charAt(end - 1) == '\r')) {
            end--;
        }
        String text = plain.substring(0, end);
        LinePrefix prefix = LinePrefix.of(text);
        return new Bare(prefix.says(), withoutPrefixes(text, prefix));
    }

    static String withoutColors(String line) {
        return line.indexOf(ESCAPE) < 0 ? line : TERMINAL.matcher(line).replaceAll("");
    }

    /** Removes the first line's prefix, and from the further lines their prefixes, or their times if each has one. */
    private static String withoutPrefixes(String text, LinePrefix first) {
        String rest = text.substring(first.end());
        int time = Continuation.timeEnd(rest);
        if (text.indexOf('\n') < 0 || (first.end() == 0 && time == 0)) {
            return untimed(rest, time);
        }
        List<String> lines =
                text.lines().map(line -> line.substring(LinePrefix.end(line))).toList();
        boolean allTimed = lines.stream().allMatch(line -> line.isBlank() || Continuation.timeEnd(line) > 0);
        StringBuilder clean =
                new StringBuilder(time == 0 ? lines.get(0) : untimed(lines.get(0), Continuation.timeEnd(lines.get(0))));
        lines.stream()
                .skip(1)
                .forEach(line -> clean.append('\n')
                        .append(allTimed && !line.isBlank() ? line.substring(Continuation.timeEnd(line)) : line));
        return clean.toString();
    }

    /** Removes a time before JSON, which has its own. */
    private static String untimed(String text, int time) {
        return time > 0 && text.startsWith("{", time) ? text.substring(time) : text;
    }

    /**
     * Completes the event with what the start of its text says.
     *
     * @param prefix what the line's prefix says; a logger's channel names the service only if the prefix does not
     */
    static PartialEvent complete(PartialEvent draft, PartialEvent prefix) {
        String text = draft.text();
        int end = text.indexOf('\n');
        String head = text.substring(0, Math.min(HEAD, end < 0 ? text.length() : end));
        PartialEvent said = new PartialEvent(
                Times.atStart(text), draft.severity() == null ? Levels.inLine(text) : null, Resource.UNKNOWN, null, "");
        return draft.or(said).or(application(head)).or(prefix).or(channel(head));
    }

    /** Returns the application that the line names as such. */
    private static PartialEvent application(String head) {
        if (IS_LOGFMT.matcher(head).lookingAt()) {
            Map<String, String> values = logfmt(head);
            return new PartialEvent(
                    null,
                    null,
                    new Resource(
                            first(values, LOGFMT_SERVICE),
                            first(values, LOGFMT_HOST),
                            first(values, LOGFMT_ENVIRONMENT)),
                    first(values, LOGFMT_TRACE),
                    "");
        }
        if (!head.contains(" --- [")) {
            return PartialEvent.EMPTY;
        }
        Matcher spring = SPRING_BOOT.matcher(head);
        return spring.lookingAt() ? PartialEvent.of(Resource.ofService(spring.group("name"))) : PartialEvent.EMPTY;
    }

    /** Returns the service after which a logger, channel or crate is named. */
    private static PartialEvent channel(String head) {
        if (MONGOD.matcher(head).lookingAt()) {
            return SERVER;
        }
        for (Pattern place : CHANNEL.at(head, 0)) {
            Matcher matcher = place.matcher(head);
            if (matcher.lookingAt()) {
                return named(matcher.group("name"));
            }
        }
        return PartialEvent.EMPTY;
    }

    private static PartialEvent named(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        return PartialEvent.of(
                ENVIRONMENTS.contains(word)
                        ? new Resource(null, null, name)
                        : isDriver(word) ? Resource.UNKNOWN : Resource.ofService(name));
    }

    /** Returns true for the name of a driver, which speaks for the service that uses it. */
    static boolean isDriver(String name) {
        return DRIVERS.contains(name);
    }

    /** Returns the first value of each key that is not blank. */
    private static Map<String, String> logfmt(String head) {
        Map<String, String> values = new HashMap<>();
        Matcher matcher = LOGFMT.matcher(head);
        while (matcher.find()) {
            String value = matcher.group("quoted") != null ? matcher.group("quoted") : matcher.group("bare");
            if (!value.isBlank()) {
                values.putIfAbsent(matcher.group("key"), value);
            }
        }
        return values;
    }

    private static @Nullable String first(Map<String, String> values, List<String> keys) {
        for (String key : keys) {
            String value = values.get(key);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
