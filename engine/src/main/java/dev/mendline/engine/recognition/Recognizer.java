package dev.mendline.engine.recognition;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Signature;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.engine.matching.CandidateFilter;
import dev.mendline.engine.pattern.Text;
import dev.mendline.model.log.Captures;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the symptoms of a catalog in texts. Thread-safe; its cost is linear in the text. */
public final class Recognizer {
    /** Longer texts are looked at only so far, in characters. */
    public static final int MAX_TEXT = 1 << 20;

    private static final int MAX_WORDS = 200;

    /** A signature and whose it is. */
    private record Known(Symptom symptom, Signature signature) {}

    private final List<Known> known;
    private final CandidateFilter filter;

    public Recognizer(Catalog catalog) {
        known = catalog.symptoms().stream()
                .flatMap(symptom -> symptom.signatures().stream().map(signature -> new Known(symptom, signature)))
                .toList();
        filter = CandidateFilter.of(
                known.stream().map(each -> each.signature().literals()).toList());
    }

    /**
     * Whether raw bytes of a log, in whichever format, bear an anchor: only then they need to be parsed. One pass;
     * allocates nothing. An anchor that colours or the wrapping of a terminal cut in two is not seen.
     */
    public boolean mayMatch(byte[] raw) {
        return filter.isAnyIn(raw, 0, raw.length);
    }

    /** The same, but never false for what {@link #recognise} would find a symptom in, however it is disguised. */
    public boolean mayShow(byte[] raw) {
        return mayMatch(raw) || TextNormalizer.mayDisguise(raw);
    }

    /** What the text shows: the deepest in its chain of causes, then the highest rank. */
    public Recognition recognise(String whole) {
        return recogniseLegible(legible(whole));
    }

    /** The same of a text that is legible already. */
    public Recognition recogniseLegible(String text) {
        SignatureSearch search = new SignatureSearch(text);
        List<Match> matches = new ArrayList<>();
        BitSet candidates = search.candidates(filter);
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            matches.addAll(search.matches(known.get(i).symptom(), known.get(i).signature()));
        }
        if (matches.isEmpty()) {
            return Recognition.NOTHING;
        }
        matches.sort(Comparator.comparingInt(Match::depth)
                .thenComparingInt(match -> match.symptom().rank())
                .reversed());
        return recognition(search.bytes(), matches);
    }

    /** The part of a text that is looked at, without colours, frames and escapes. */
    public static String legible(String whole) {
        return TextNormalizer.of(whole.length() > MAX_TEXT ? whole.substring(0, MAX_TEXT) : whole);
    }

    private static Recognition recognition(Text text, List<Match> matches) {
        Match first = matches.get(0);
        List<Match> same = matches.stream()
                .filter(match -> match.symptom().id().equals(first.symptom().id()))
                .toList();
        Captures captures = same.stream().map(Match::captures).reduce(Captures.NONE, Captures::or);
        return new Recognition(
                first.symptom().id(),
                same.stream()
                        .map(match -> match.signature().detail())
                        .filter(detail -> detail != null)
                        .findFirst()
                        .orElse(null),
                matches.stream().map(match -> match.symptom().id()).distinct().toList(),
                Drivers.of(text, said(same)),
                Runtimes.of(text),
                ServerCode.added(captures, text, first.end()),
                matches.stream()
                        .map(match -> match.captures().host())
                        .filter(host -> host != null)
                        .distinct()
                        .toList(),
                same.stream().filter(match -> match.captures().host() != null).anyMatch(Match::hostIsNode),
                text.substring(first.start(), Math.min(first.end(), first.start() + MAX_WORDS)));
    }

    private static @Nullable String said(List<Match> same) {
        return same.stream()
                .map(match -> match.signature().driver())
                .filter(driver -> driver != null)
                .findFirst()
                .orElse(null);
    }
}
