package dev.mendline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mendline.model.log.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Prefix of a line that a shipper, process manager or orchestrator wrote, by the table {@code prefixes.txt}.
 *
 * @param end position at which the program's own text begins
 * @param says what the prefix says about the event
 * @param stream stream of lines of one process; lines of other streams may be in between
 * @param partial true if the next line of the stream goes on without a line end
 */
record LinePrefix(int end, PartialEvent says, String stream, boolean partial) {
    static final LinePrefix NONE = new LinePrefix(0, PartialEvent.EMPTY, "", false);

    /** Maximum number of characters in which a prefix is sought. */
    static final int HEAD = 600;

    private static final int MAX_LAYERS = 3;
    private static final Map<String, String> WORDS = Map.of(
            "%ISO%", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?",
            "%DAY%", "\\d{4}-\\d\\d-\\d\\d",
            "%SYSLOG%", Times.MONTH + " [ \\d]\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?",
            "%TAG%", "[^\\s\\[\\]:]{1,100}",
            "%NAME%", "[A-Za-z][\\w.-]{0,99}");
    /** Names of containers that say nothing, so that the pod's workload names the service. */
    private static final Set<String> GENERIC = Set.of(
            "app",
            "application",
            "main",
            "server",
            "service",
            "web",
            "api",
            "backend",
            "container",
            "java",
            "node",
            "nodejs",
            "python",
            "ruby",
            "php",
            "dotnet",
            "go",
            "default");
    /** Suffix that Kubernetes adds to a workload's name. */
    private static final Pattern POD_SUFFIX = Pattern.compile("-(?:[a-f0-9]{6,10}-[a-z0-9]{5}|[a-z0-9]{5}|\\d{1,4})$");

    private static final ByFirstCharacter<Row> ROWS = new ByFirstCharacter<>(rows(), Row::pattern);

    /** Row of the table. */
    private record Row(String name, Pattern pattern, Set<String> groups) {
        @Nullable
        String group(Matcher matcher, String group) {
            return groups.contains(group) ? matcher.group(group) : null;
        }
    }

    /** Returns the names of the table's rows. */
    static List<String> names() {
        return ROWS.all().stream().map(Row::name).toList();
    }

    /** Returns the prefix of a line, or {@link #NONE}. A time alone is not a prefix, because loggers print it, too. */
    static LinePrefix of(String line) {
        String head = line.length() > HEAD ? line.substring(0, HEAD) : line;
        LinePrefix prefix = NONE;
        for (int layer = 0; layer < MAX_LAYERS; layer++) {
            LinePrefix next = next(head, prefix);
            if (next.end() == prefix.end()) {
                break;
            }
            prefix = next;
        }
        return prefix;
    }

    private static LinePrefix next(String head, LinePrefix outer) {
        for (Row row : ROWS.at(head, outer.end())) {
            Matcher matcher = row.pattern().matcher(head).region(outer.end(), head.length());
            if (matcher.lookingAt() && matcher.end() > outer.end()) {
                PartialEvent says = says(row, matcher);
                if (says != null) {
                    return new LinePrefix(
                            matcher.end(),
                            says.or(outer.says()),
                            outer.stream() + stream(row, matcher),
                            outer.partial() || "P".equals(row.group(matcher, "part")));
                }
            }
        }
        return outer;
    }

    /** Returns what a prefix says; null if a severity stands where the service would be. */
    private static @Nullable PartialEvent says(Row row, Matcher matcher) {
        String service = service(row, matcher);
        String host = row.group(matcher, "host");
        if (isSeverity(service) || isSeverity(host)) {
            return null;
        }
        String time = row.group(matcher, "time");
        String level = row.group(matcher, "level");
        String pri = row.group(matcher, "pri");
        return new PartialEvent(
                time == null ? null : Times.atStart(time + " "),
                level != null ? Levels.word(level) : pri == null ? null : Levels.syslog(Integer.parseInt(pri) % 8),
                new Resource(service, "-".equals(host) ? null : host, null),
                null,
                "");
    }

    private static @Nullable String service(Row row, Matcher matcher) {
        String service = row.group(matcher, "service");
        String pod = row.group(matcher, "pod");
        if (pod == null) {
            return "-".equals(service) ? null : service;
        }
        String container = row.group(matcher, "container");
        return container == null || GENERIC.contains(container)
                ? POD_SUFFIX.matcher(pod).replaceFirst("")
                : container;
    }

    private static boolean isSeverity(@Nullable String word) {
        return word != null && Levels.isKnown(word.toLowerCase(Locale.ROOT));
    }

    private static String stream(Row row, Matcher matcher) {
        List<String> parts = new ArrayList<>(List.of(row.name()));
        for (String group : List.of("host", "service", "pod", "container", "process", "stream")) {
            String value = row.group(matcher, group);
            if (value != null) {
                parts.add(value);
            }
        }
        return String.join(" ", parts) + "\n";
    }

    private static List<Row> rows() {
        try (InputStream in = Objects.requireNonNull(LinePrefix.class.getResourceAsStream("prefixes.txt"))) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(LinePrefix::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(" +", 2);
        String pattern = cells[1];
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            pattern = pattern.replace(word.getKey(), word.getValue());
        }
        Set<String> groups = Pattern.compile("\\(\\?<(\\w+)>")
                .matcher(pattern)
                .results()
                .map(group -> group.group(1))
                .collect(Collectors.toSet());
        return new Row(cells[0], Pattern.compile(pattern), groups);
    }
}
