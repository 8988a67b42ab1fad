package dev.mendline.engine.gap;

import com.google.common.collect.Lists;
import com.google.re2j.Pattern;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.recognition.CauseMarks;
import dev.mendline.engine.recognition.Recognizer;
import dev.mendline.model.config.BadFile;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Generated symptom file for a gap, to be completed. It loads as it is and recognizes the gap's example; both are
 * checked.
 *
 * @param id id built from words of the template
 * @param yaml content of the file
 */
public record Proposal(String id, String yaml) {
    private static final int MIN_ANCHOR = 7;
    private static final int MAX_ANCHOR = 60;
    private static final int WORDS = 5;
    private static final int MAX_WORD = 20;
    private static final String UNSAFE = "[\"\\\\/<>&'\\x00-\\x1f\\x7f-\\x{10ffff}]+";
    private static final java.util.regex.Pattern MASK =
            java.util.regex.Pattern.compile("<(?:uri|time|id|host|text|n)>");

    /**
     * Returns a proposal; empty if the texts share no fixed part that is long enough for an anchor.
     *
     * @param taken ids of other proposals
     */
    public static Optional<Proposal> of(Gap gap, Set<String> taken) {
        return decisiveLine(gap.example()).flatMap(line -> {
            String masked = Template.masked(line);
            String id = free(id(masked), taken);
            return anchor(line)
                    .flatMap(anchor -> Stream.of(true, false)
                            .map(needsSign -> new Proposal(id, yaml(id, gap, line, masked, anchor, needsSign)))
                            .filter(proposal -> proposal.recognises(gap.example()))
                            .findFirst());
        });
    }

    private boolean recognises(String example) {
        try {
            Catalog alone = Catalog.of(List.of(new SourceFile("symptoms/" + id + ".yaml", yaml)));
            return id.equals(new Recognizer(alone).recognise(example).symptom());
        } catch (BadFile e) {
            return false;
        }
    }

    private static String free(String id, Set<String> taken) {
        String free = id;
        for (int i = 2; taken.contains(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    /** Returns the innermost error line that contains an anchor. */
    private static Optional<String> decisiveLine(String example) {
        List<String> lines =
                Recognizer.legible(example).lines().map(String::strip).toList();
        List<String> innermostFirst = Lists.reverse(lines);
        return Stream.of(
                        innermostFirst.stream().filter(line -> line.matches(CauseMarks.CAUSE + ".*")),
                        innermostFirst.stream().filter(line -> line.matches("[A-Za-z_.$0-9]*(?:Error|Exception)\\b.*")),
                        lines.stream())
                .flatMap(Function.identity())
                .filter(line -> anchor(line).isPresent())
                .findFirst();
    }

    /** Returns the longest fixed part that JSON never escapes. */
    private static Optional<String> anchor(String line) {
        return Arrays.stream(
                        MASK.matcher(Template.masked(line)).replaceAll("\"").split(UNSAFE))
                .map(Proposal::cut)
                .filter(line::contains)
                .filter(piece -> piece.length() >= MIN_ANCHOR && piece.matches(".*[A-Za-z]{4}.*"))
                .max(Comparator.comparingInt(String::length));
    }

    private static String cut(String piece) {
        String bare = piece.strip();
        return bare.length() <= MAX_ANCHOR
                ? bare
                : bare.substring(0, MAX_ANCHOR).strip();
    }

    private static String id(String masked) {
        String words = Arrays.stream(MASK.matcher(masked).replaceAll(" ").split("[^A-Za-z]+"))
                .filter(word -> word.length() > 2)
                .limit(WORDS)
                .map(word ->
                        word.substring(0, Math.min(word.length(), MAX_WORD)).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
        return words.isEmpty() ? "gap" : "gap-" + words;
    }

    private static String yaml(String id, Gap gap, String line, String masked, String anchor, boolean needsSign) {
        return """
                # %,d events of %s%s.
                # Complete the title, and check that the pattern is neither too wide nor too narrow.
                id: %s
                title: %s
                severity: medium
                rank: 50
                signatures:
                  - anchors: [%s]
                    pattern: %s
                    needs-sign: %s
                examples:
                  - driver: unknown
                    text: %s
                near-misses: []
                """.formatted(
                        gap.count(),
                        String.join(", ", gap.services()).replaceAll("\\s", " "),
                        gap.last().equals(Instant.EPOCH) ? "" : "; the latest at " + gap.last(),
                        id,
                        quoted(cut(masked)),
                        quoted(anchor),
                        quoted(pattern(line, masked, anchor)),
                        needsSign,
                        quoted(gap.example()));
    }

    /** Returns a pattern from the fixed parts, with a placeholder per variable part; it captures the first host. */
    private static String pattern(String line, String masked, String anchor) {
        StringBuilder pattern = new StringBuilder();
        java.util.regex.Matcher mask = MASK.matcher(masked);
        int from = 0;
        boolean isNamed = false;
        while (mask.find()) {
            pattern.append(escaped(masked.substring(from, mask.start())));
            boolean isHost = mask.group().equals(Template.HOST);
            pattern.append(
                    isHost && !isNamed ? "(?P<host>[A-Za-z0-9][A-Za-z0-9._-]*)(?::[0-9]{1,5})?" : any(mask.group()));
            isNamed |= isHost;
            from = mask.end();
        }
        pattern.append(escaped(masked.substring(from)));
        String whole = pattern.toString();
        return Pattern.compile(whole).matcher(line).find() ? whole : escaped(anchor);
    }

    private static String any(String mask) {
        return switch (mask) {
            case Template.NUMBER -> "-?[0-9.]+";
            case Template.TEXT -> "(?:'[^']*'|\"[^\"]*\"|`[^`]*`)";
            case "<time>" -> "[0-9TZ:., +-]+?";
            default -> "\\S+";
        };
    }

    private static String escaped(String constant) {
        return constant.replaceAll("([\\\\.+*?(){}\\[\\]^$|])", "\\\\$1").replaceAll("\\s+", "\\\\s+");
    }

    /** Returns a double-quoted scalar (YAML 1.2, section 7.3.1), which can contain any character. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' '
                            || (c >= 0x7f && c < 0xa0)
                            || (c >= 0xd800 && c < 0xe000)
                            || c == 0xfffe
                            || c == 0xffff) {
                        quoted.append(String.format("\\u%04x", c));
                    } else {
                        quoted.appendCodePoint(c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
