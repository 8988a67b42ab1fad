package dev.mendline.engine.recognition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.mendline.model.Captures;
import org.jspecify.annotations.Nullable;

/** The error code that a server's answer bears, in whichever driver's words, where it stands near the decisive ones. */
final class ServerCode {
    private static final int BEFORE = 300;
    private static final int AFTER = 600;

    private static final Pattern CODE =
            Pattern.compile("(?:with error (?:code )?|[Ee]rror code |\\berror )([0-9]{1,5})(?: \\(([A-Za-z]+)\\))?"
                    + "|\\[([0-9]{1,5}):([A-Z][A-Za-z]+)[\\](]"
                    + "|(?:^|[\\s,{(])['\"]?code['\"]?\\s?[:=]\\s?([0-9]{1,5})\\b");
    private static final Pattern NAME = Pattern.compile(
            "codeName['\"]?\\s?[:=]\\s?\\\\?['\"]?([A-Z][A-Za-z]+)|\\((AtlasError|AuthenticationFailed|Unauthorized|NotWritablePrimary|NotPrimaryNoSecondaryOk|NotPrimaryOrSecondary|PrimarySteppedDown|UserNotFound)\\) ");

    private ServerCode() {}

    /** The captures, and the code and its name where they have none and the text around tells them. */
    static Captures added(Captures captures, String text, int end) {
        if (captures.code() != null) {
            return captures;
        }
        String near = text.substring(Math.max(0, end - BEFORE), Math.min(text.length(), end + AFTER));
        Matcher code = CODE.matcher(near);
        Matcher name = NAME.matcher(near);
        String digits = code.find() ? first(code, 1, 3, 5) : null;
        String named = captures.codeName() != null ? captures.codeName() : name.find() ? first(name, 1, 2) : null;
        boolean isServers = named != null || near.contains("errmsg") || near.contains("MongoServerError");
        if (digits != null && (isServers || code.group(2) != null || code.group(3) != null || isCommand(near))) {
            return captures.withCode(Integer.valueOf(digits), named != null ? named : first(code, 2, 4));
        }
        return named == null ? captures : captures.withCode(null, named);
    }

    private static boolean isCommand(String near) {
        return near.contains("Command failed with error")
                || near.contains("Query failed with error")
                || near.contains("Command execution failed");
    }

    private static @Nullable String first(Matcher found, int... groups) {
        for (int group : groups) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return null;
    }
}
