package dev.mendline.engine.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Matches of RE2/J and of {@link LinePattern} in the same form, for comparison. */
final class AllMatches {
    private AllMatches() {}

    static List<String> ofRe2j(Pattern pattern, String text) {
        List<String> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            StringBuilder one = new StringBuilder(matcher.start() + "-" + matcher.end());
            pattern.namedGroups().keySet().stream()
                    .sorted()
                    .forEach(name -> one.append(' ').append(name).append('=').append(matcher.group(name)));
            all.add(one.toString());
        }
        return all;
    }

    /** Searches the region without {@code margin} characters at each side; also checks {@link LinePattern#endAt}. */
    static List<String> ofLinePattern(LinePattern pattern, Text text, int margin) {
        List<String> all = new ArrayList<>();
        int from = text.from() + margin;
        int to = text.to() - margin;
        @Nullable MatchResult found = pattern.find(text, from, to, from);
        while (found != null) {
            StringBuilder one = new StringBuilder((found.start() - from) + "-" + (found.end() - from));
            MatchResult match = found;
            pattern.names().stream()
                    .sorted()
                    .forEach(name -> one.append(' ').append(name).append('=').append(match.group(name)));
            all.add(one.toString());
            int end = pattern.endAt(text, from, to, found.start());
            if (end != found.end()) {
                all.add("but from " + found.start() + " to " + end);
            }
            found = pattern.find(text, from, to, found.next());
        }
        return all;
    }

    /** Returns the text as a part of a larger array. */
    static Text amidst(String text, String before, String after) {
        byte[] bytes = (before + text + after).getBytes(StandardCharsets.UTF_8);
        int from = before.getBytes(StandardCharsets.UTF_8).length;
        return Text.of(bytes, from, bytes.length - after.getBytes(StandardCharsets.UTF_8).length);
    }
}
