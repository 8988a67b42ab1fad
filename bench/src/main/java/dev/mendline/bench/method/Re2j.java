package dev.mendline.bench.method;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.mendline.bench.signature.Wanted;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Each pattern's own find() in RE2/J, linear in the line. */
final class Re2j implements Method {
    private final Matcher[] matchers;

    Re2j(List<Wanted> wanted) {
        matchers = wanted.stream()
                .map(one -> Pattern.compile(one.pattern(), one.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0)
                        .matcher(""))
                .toArray(Matcher[]::new);
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
