package dev.mendline.engine.recognition;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Signature;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.engine.matching.CandidateFilter;
import dev.mendline.engine.pattern.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Recognizer of the catalog's symptoms in texts. Thread-safe; its cost is linear in the text. */
public final class Recognizer {
    /** Maximum length of a text in characters; the rest is ignored. */
    public static final int MAX_TEXT = 1 << 20;

    private static final int MAX_WORDS = 200;

    private final Catalog catalog;
    private final List<Signature> signatures;
    private final CandidateFilter filter;

    public Recognizer(Catalog catalog) {
        this(catalog, signature -> true);
    }

    /** Creates a recognizer of the signatures that pass the test. */
    Recognizer(Catalog catalog, Predicate<Signature> used) {
        this.catalog = catalog;
        signatures = catalog.symptoms().stream()
                .flatMap(symptom -> symptom.signatures().stream())
                .filter(used)
                .toList();
        filter = CandidateFilter.of(signatures.stream().map(Signature::literals).toList());
    }

    /**
     * Returns true if raw bytes of a log in any format contain an anchor, so that they must be parsed. Reads the bytes
     * once and allocates nothing. Misses an anchor that colors or line wrapping of a terminal split.
     */
    public boolean mayMatch(byte[] raw) {
        return filter.isAnyIn(raw, 0, raw.length);
    }

    /** Returns true if {@link #recognise} might find a symptom. Unlike {@link #mayMatch}, it never misses one. */
    public boolean mayShow(byte[] raw) {
        return mayMatch(raw) || TextNormalizer.mayDisguise(raw);
    }

    /** Returns the symptoms of the text: the deepest in its chain of causes first, then the highest rank. */
    public Recognition recognise(String whole) {
        return recogniseLegible(legible(whole));
    }

    /** Returns the symptoms of a text that is already normalized. */
    public Recognition recogniseLegible(String text) {
        SignatureSearch search = new SignatureSearch(text);
        List<Match> matches = new ArrayList<>();
        BitSet candidates = search.candidates(filter);
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            matches.addAll(search.matches(signatures.get(i)));
        }
        if (matches.isEmpty()) {
            return Recognition.NOTHING;
        }
        matches.sort(Comparator.comparingInt(Match::depth)
                .thenComparingInt(
                        match -> catalog.symptom(match.id()).map(Symptom::rank).orElseThrow())
                .reversed());
        return recognition(search.bytes(), matches);
    }

    /** Normalizes a text: cuts it to {@link #MAX_TEXT} and removes colors, frames and escapes. */
    public static String legible(String whole) {
        return TextNormalizer.of(whole.length() > MAX_TEXT ? whole.substring(0, MAX_TEXT) : whole);
    }

    private static Recognition recognition(Text text, List<Match> matches) {
        Match first = matches.get(0);
        List<Match> same =
                matches.stream().filter(match -> match.id().equals(first.id())).toList();
        return new Recognition(
                first.id(),
                first(same, Signature::detail),
                matches.stream().map(Match::id).distinct().toList(),
                Programs.driver(text, first(same, Signature::driver)),
                Programs.runtime(text),
                ServerCode.added(Match.captures(same), text, first.end()),
                Match.hosts(matches),
                Match.hostIsNode(same),
                text.substring(first.start(), Math.min(first.end(), first.start() + MAX_WORDS)));
    }

    private static @Nullable String first(List<Match> matches, Function<Signature, @Nullable String> part) {
        return matches.stream()
                .map(match -> part.apply(match.signature()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
