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
    /** Groups that tell the streams of a row apart. */
    private static final List<String> STREAM = List.of("host", "service", "pod", "container", "process", "stream");
    /** Suffix that Kubernetes adds to a workload's name. */
    private static final Pattern POD_SUFFIX = Pattern.compile("-(?:[a-f0-9]{6,10}-[a-z0-9]{5}|[a-z0-9]{5}|\\d{1,4})$");

    private static final ByFirstCharacter<Row> ROWS = new ByFirstCharacter<>(rows(), Row::pattern);

    /**
     * Row of the table.
     *
     * @param sign character without which no line fits; 0 if none is known
     */
    private record Row(String name, Pattern pattern, Set<String> groups, char sign) {
        @Nullable
        Matcher matcher(String head, int from) {
            if (sign != 0 && head.indexOf(sign, from) < 0) {
                return null;
            }
            Matcher matcher = pattern.matcher(head).region(from, head.length());
            return matcher.lookingAt() && matcher.end() > from ? matcher : null;
        }
    }

    /** Row that fits a line. */
    private record Fit(Row row, Matcher matcher) {
        @Nullable
        String group(String group) {
            return row.groups().contains(group) ? matcher.group(group) : null;
        }
    }

    /** Returns the names of the table's rows. */
    static List<String> names() {
        return ROWS.all().stream().map(Row::name).toList();
    }

    /** Returns the prefix of a line, or {@link #NONE}. A time alone is not a prefix, because loggers print it, too. */
    static LinePrefix of(String line) {
        LinePrefix prefix = NONE;
        for (Fit fit : fits(line)) {
            prefix = new LinePrefix(
                    fit.matcher().end(),
                    says(fit).or(prefix.says()),
                    prefix.stream() + stream(fit),
                    prefix.partial() || "P".equals(fit.group("part")));
        }
        return prefix;
    }

    /** Returns the position at which the program's own text begins. */
    static int end(String line) {
        List<Fit> fits = fits(line);
        return fits.isEmpty() ? 0 : fits.get(fits.size() - 1).matcher().end();
    }

    private static List<Fit> fits(String line) {
        String head = line.length() > HEAD ? line.substring(0, HEAD) : line;
        List<Fit> fits = new ArrayList<>(MAX_LAYERS);
        Fit fit = fit(head, 0);
        while (fit != null) {
            fits.add(fit);
            fit = fits.size() < MAX_LAYERS ? fit(head, fit.matcher().end()) : null;
        }
        return fits;
    }

    /** Returns the first row that fits, unless a severity stands where the service or host would be. */
    private static @Nullable Fit fit(String head, int from) {
        for (Row row : ROWS.at(head, from)) {
            Matcher matcher = row.matcher(head, from);
            if (matcher != null) {
                Fit fit = new Fit(row, matcher);
                if (!isSeverity(service(fit)) && !isSeverity(fit.group("host"))) {
                    return fit;
                }
            }
        }
        return null;
    }

    private static PartialEvent says(Fit fit) {
        String host = fit.group("host");
        String time = fit.group("time");
        String level = fit.group("level");
        String pri = fit.group("pri");
        return new PartialEvent(
                time == null ? null : Times.atStart(time + " "),
                level != null ? Levels.word(level) : pri == null ? null : Levels.syslog(Integer.parseInt(pri) % 8),
                new Resource(service(fit), "-".equals(host) ? null : host, null),
                null,
                "");
    }

    private static @Nullable String service(Fit fit) {
        String service = fit.group("service");
        String pod = fit.group("pod");
        if (pod == null) {
            return "-".equals(service) ? null : service;
        }
        String container = fit.group("container");
        return container == null || GENERIC.contains(container)
                ? POD_SUFFIX.matcher(pod).replaceFirst("")
                : container;
    }

    private static boolean isSeverity(@Nullable String word) {
        return word != null && Levels.isKnown(word.toLowerCase(Locale.ROOT));
    }

    private static String stream(Fit fit) {
        StringBuilder stream = new StringBuilder(fit.row().name());
        for (String group : STREAM) {
            String value = fit.group(group);
            if (value != null) {
                stream.append(' ').append(value);
            }
        }
        return stream.append('\n').toString();
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
        char sign = pattern.contains("\\|") ? '|' : pattern.contains("}\\t") ? '\t' : 0;
        return new Row(cells[0], Pattern.compile(pattern), groups, sign);
    }
}
