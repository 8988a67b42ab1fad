package dev.mendline.bench.method;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands in for the engine's matcher until that is there. */
final class SignatureMatcher {
    record Sought(String pattern, boolean ignoreCase, List<String> anchors) {
        static Sought of(String pattern, boolean ignoreCase, List<String> anchors) {
            return new Sought(pattern, ignoreCase, anchors);
        }
    }

    private final List<Sought> sought;

    private SignatureMatcher(List<Sought> sought) {
        this.sought = sought;
    }

    static SignatureMatcher of(List<Sought> sought) {
        return new SignatureMatcher(List.copyOf(sought));
    }

    Run run() {
        return new Run(sought);
    }

    static final class Run {
        private final List<Sought> sought;
        private final Matcher[] matchers;

        private Run(List<Sought> sought) {
            this.sought = sought;
            matchers = sought.stream()
                    .map(one -> Pattern.compile(one.pattern(), one.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0)
                            .matcher(""))
                    .toArray(Matcher[]::new);
        }

        private static boolean isAnchored(Sought one, String text) {
            return one.anchors().stream()
                    .anyMatch(anchor -> one.ignoreCase()
                            ? text.toLowerCase(Locale.ROOT).contains(anchor.toLowerCase(Locale.ROOT))
                            : text.contains(anchor));
        }

        void match(byte[] line, int from, int to, long[] hits) {
            String text = new String(line, from, to - from, StandardCharsets.UTF_8);
            for (int i = 0; i < matchers.length; i++) {
                if (isAnchored(sought.get(i), text) && matchers[i].reset(text).find()) {
                    Method.set(hits, i);
                }
            }
        }
    }
}
