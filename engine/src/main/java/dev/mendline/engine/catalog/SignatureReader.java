package dev.mendline.engine.catalog;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.mendline.engine.pattern.LinePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reader of the signatures of symptoms and hints. It reports every mistake that one can contain. */
final class SignatureReader {
    private static final String UNSAFE_IN_JSON = "\"\\/<>&'";
    private static final Set<String> CAPTURES =
            Set.of("host", "srv", "port", "address", "code", "codeName", "limit", "rcode", "alert");

    private SignatureReader() {}

    /** Returns the valid signatures of one entry in order; {@code owner} is its id. */
    static List<Signature> signatures(FileCheck file, String owner, List<SymptomFile.Entry> raw) {
        List<Signature> signatures = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            String key = "signatures[" + i + "]";
            Signature signature = signature(file, key, owner, raw.get(i));
            if (signature != null) {
                signatures.add(signature);
            }
        }
        return signatures;
    }

    private static @Nullable Signature signature(FileCheck file, String key, String owner, SymptomFile.Entry raw) {
        String anchors = key + ".anchors";
        file.require(!raw.anchors().isEmpty(), anchors, "anchors", "a signature needs at least one anchor");
        raw.anchors().forEach(anchor -> requireAnchor(file, anchors, anchor));
        LinePattern pattern = pattern(file, key + ".pattern", raw);
        if (pattern == null || file.hasMistakeAt(key)) {
            return null;
        }
        return new Signature(
                owner,
                raw.anchors(),
                raw.ignoreCase(),
                pattern,
                new Signature.Context(raw.beside(), raw.needsSign(), raw.within(), raw.byAddress(), raw.members()),
                raw.driver(),
                raw.detail());
    }

    private static void requireAnchor(FileCheck file, String key, String anchor) {
        boolean plain = anchor.chars().allMatch(c -> c >= ' ' && c < 0x7f && UNSAFE_IN_JSON.indexOf(c) < 0);
        file.require(
                plain && anchor.length() >= Signature.MIN_ANCHOR,
                key,
                anchor,
                "'" + anchor + "' is not a valid anchor: it needs at least " + Signature.MIN_ANCHOR
                        + " characters of printable ASCII without " + UNSAFE_IN_JSON + ", which JSON may escape");
    }

    /** Returns the pattern; without one, the anchors themselves are the pattern. Null if it is invalid. */
    private static @Nullable LinePattern pattern(FileCheck file, String key, SymptomFile.Entry raw) {
        String text = raw.pattern() != null
                ? raw.pattern()
                : String.join("|", raw.anchors().stream().map(Pattern::quote).toList());
        try {
            LinePattern pattern = LinePattern.compile(text, raw.ignoreCase());
            Set<String> unknown = new TreeSet<>(pattern.names());
            unknown.removeAll(CAPTURES);
            String what = "unknown capture " + unknown + "; allowed: " + String.join(", ", new TreeSet<>(CAPTURES));
            file.require(unknown.isEmpty(), key, text, what);
            return pattern;
        } catch (StackOverflowError e) {
            file.add(key, text, "invalid pattern (RE2 syntax): nested or repeated too deeply");
        } catch (PatternSyntaxException e) {
            file.add(key, text, "invalid pattern (RE2 syntax): " + e.getMessage());
        }
        return null;
    }
}
