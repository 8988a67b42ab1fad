package dev.mendline.bench.method;

import dev.mendline.bench.signature.Wanted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Each pattern's own find(), in sequence: the simplest method, and the reference. */
final class JdkRegex implements Method {
    private final Matcher[] matchers;

    JdkRegex(List<Wanted> wanted) {
        matchers = wanted.stream().map(JdkRegex::matcher).toArray(Matcher[]::new);
    }

    static Matcher matcher(Wanted wanted) {
        return Pattern.compile(wanted.pattern(), wanted.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0)
                .matcher("");
    }

    @Override
    public int match(byte[] line, long[] hits) {
        String text = new String(line, StandardCharsets.UTF_8);
        int found = 0;
        for (int i = 0; i < matchers.length; i++) {
            if (matchers[i].reset(text).find() && Method.set(hits, i)) {
                found++;
            }
        }
        return found;
    }
}
