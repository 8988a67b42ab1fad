package dev.mendline.engine.recognition;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.engine.pattern.Text;
import dev.mendline.model.log.Captures;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Extraction of a server's error code near the decisive words, in the form of any driver. */
final class ServerCode {
    private static final int BEFORE = 300;
    private static final int AFTER = 600;

    private static final LinePattern CODE = LinePattern.compile(
            "(?:with error (?:code )?|[Ee]rror code |\\berror )(?P<code>[0-9]{1,5})(?: \\((?P<name>[A-Za-z]+)\\))?"
                    + "|\\[(?P<legacy>[0-9]{1,5}):(?P<legacyName>[A-Z][A-Za-z]+)[\\](]"
                    + "|(?:^|[\\s,{(])['\"]?code['\"]?\\s?[:=]\\s?(?P<field>[0-9]{1,5})\\b",
            false);
    private static final LinePattern NAME = LinePattern.compile(
            "codeName['\"]?\\s?[:=]\\s?\\\\?['\"]?(?P<name>[A-Z][A-Za-z]+)|\\((?P<known>AtlasError|AuthenticationFailed|Unauthorized|NotWritablePrimary|NotPrimaryNoSecondaryOk|NotPrimaryOrSecondary|PrimarySteppedDown|UserNotFound)\\) ",
            false);

    private ServerCode() {}

    /** Returns the captures, completed with the error code and its name from the surrounding text. */
    static Captures added(Captures captures, Text text, int end) {
        if (captures.code() != null) {
            return captures;
        }
        int from = Math.max(text.from(), end - BEFORE);
        int to = Math.min(text.to(), end + AFTER);
        String near = text.substring(from, to);
        MatchResult code = CODE.find(text, from, to, from);
        MatchResult name = captures.codeName() != null ? null : NAME.find(text, from, to, from);
        String digits = first(code, "code", "legacy", "field");
        String named = captures.codeName() != null ? captures.codeName() : first(name, "name", "known");
        boolean isServers = named != null || near.contains("errmsg") || near.contains("MongoServerError");
        String beside = first(code, "name", "legacyName");
        if (digits != null && (isServers || beside != null || isCommand(near))) {
            return captures.withCode(Integer.valueOf(digits), named != null ? named : beside);
        }
        return named == null ? captures : captures.withCode(null, named);
    }

    private static boolean isCommand(String near) {
        return near.contains("Command failed with error")
                || near.contains("Query failed with error")
                || near.contains("Command execution failed");
    }

    private static @Nullable String first(@Nullable MatchResult found, String... groups) {
        return found == null
                ? null
                : Stream.of(groups)
                        .map(found::group)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
