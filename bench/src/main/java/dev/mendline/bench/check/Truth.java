package dev.mendline.bench.check;

import dev.mendline.bench.method.Method;
import dev.mendline.bench.method.Peer;
import dev.mendline.bench.signature.Signatures;
import dev.mendline.bench.signature.Wanted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reference results, correct by definition. */
public final class Truth {
    private Truth() {}

    /**
     * Returns the reference method: each pattern's own find(). The catalog also requires a literal in the line; in the
     * other sets every match contains one.
     */
    public static Method of(String set) {
        List<Wanted> wanted = Signatures.named(set);
        return set.equals(Signatures.CATALOG) ? anchored(wanted) : Peer.JDK.method(wanted);
    }

    private static Method anchored(List<Wanted> wanted) {
        List<Pattern> patterns = wanted.stream()
                .map(one -> Pattern.compile(one.pattern(), one.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0))
                .toList();
        return (line, hits) -> {
            String text = new String(line, StandardCharsets.UTF_8);
            String folded = text.toLowerCase(Locale.ROOT);
            int found = 0;
            for (int i = 0; i < wanted.size(); i++) {
                if (isAnchored(wanted.get(i), text, folded)
                        && patterns.get(i).matcher(text).find()
                        && Method.set(hits, i)) {
                    found++;
                }
            }
            return found;
        };
    }

    private static boolean isAnchored(Wanted wanted, String text, String folded) {
        return wanted.ignoreCase()
                ? wanted.literals().stream().anyMatch(literal -> folded.contains(literal.toLowerCase(Locale.ROOT)))
                : wanted.literals().stream().anyMatch(text::contains);
    }
}
