package dev.mendline.engine.recognition;

import dev.mendline.engine.catalogue.Catalogue;
import dev.mendline.engine.catalogue.Signature;
import dev.mendline.engine.catalogue.Symptom;
import dev.mendline.model.Captures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the symptoms of a catalogue in texts. Thread-safe; its cost is linear in the text. */
public final class Recogniser {
    /** Longer texts are looked at only so far, in characters. */
    public static final int MAX_TEXT = 1 << 20;

    private static final int MAX_WORDS = 200;

    private final List<Symptom> symptoms;
    private final Set<String> anchors;
    private final Set<String> foldedAnchors;

    public Recogniser(Catalogue catalogue) {
        symptoms = catalogue.symptoms();
        anchors = anchors(false);
        foldedAnchors = anchors(true);
    }

    private Set<String> anchors(boolean ignoreCase) {
        return symptoms.stream()
                .flatMap(symptom -> symptom.signatures().stream())
                .filter(signature -> signature.ignoreCase() == ignoreCase)
                .flatMap(signature -> signature.anchors().stream())
                .map(anchor -> ignoreCase ? anchor.toLowerCase(Locale.ROOT) : anchor)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether raw bytes of a log, in whichever format, can hold a symptom at all: only then they need to be parsed. */
    public boolean mayMatch(byte[] raw) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        return anchors.stream().anyMatch(text::contains)
                || foldedAnchors.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains);
    }

    /** What the text shows: the deepest in its chain of causes, then the highest rank. */
    public Recognition recognise(String whole) {
        return recogniseLegible(legible(whole));
    }

    /** The same of a text that is legible already. */
    Recognition recogniseLegible(String text) {
        Search search = new Search(text);
        List<Match> matches = new ArrayList<>();
        for (Symptom symptom : symptoms) {
            for (Signature signature : symptom.signatures()) {
                matches.addAll(search.matches(symptom, signature));
            }
        }
        if (matches.isEmpty()) {
            return Recognition.NOTHING;
        }
        matches.sort(Comparator.comparingInt(Match::depth)
                .thenComparingInt(match -> match.symptom().rank())
                .reversed());
        return recognition(text, matches);
    }

    /** The part of a text that is looked at, without colours, frames and escapes. */
    public static String legible(String whole) {
        return Legible.of(whole.length() > MAX_TEXT ? whole.substring(0, MAX_TEXT) : whole);
    }

    private static Recognition recognition(String text, List<Match> matches) {
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
