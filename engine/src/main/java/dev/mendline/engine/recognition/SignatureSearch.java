package dev.mendline.engine.recognition;

import dev.mendline.engine.catalog.Signature;
import dev.mendline.engine.matching.CandidateFilter;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.engine.pattern.Text;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Search for signatures in one text, on the lines around anchors, at linear cost. Not thread-safe. */
final class SignatureSearch {
    /** Maximum part of a long line before and after an anchor, in characters. */
    private static final int BEFORE = 2_000;

    private static final int AFTER = 4_000;

    /** Maximum number of characters per text on which one pattern is tried. */
    private static final int MAX_TRIED = 1 << 16;

    private static final int MAX_MATCHES = 32;

    private final String text;
    private final Text bytes;
    private @Nullable String folded;
    private @Nullable MatchContext surroundings;

    SignatureSearch(String text) {
        this.text = text;
        this.bytes = Text.of(text);
    }

    Text bytes() {
        return bytes;
    }

    BitSet candidates(CandidateFilter filter) {
        return filter.candidates(bytes.bytes(), bytes.from(), bytes.to());
    }

    /** Returns all matches of the signature, up to a limit. */
    List<Match> matches(Signature signature) {
        Anchors anchors = new Anchors(signature, signature.ignoreCase() ? folded() : text);
        int at = anchors.next(0);
        if (at < 0 || !isBeside(signature)) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>();
        int tried = 0;
        boolean isAtEnd = false;
        while (at >= 0 && tried < MAX_TRIED && matches.size() < MAX_MATCHES) {
            int from = Lines.start(text, at, BEFORE);
            int to = Lines.end(text, at, AFTER);
            boolean isCut = to < text.length() && text.charAt(to) != '\n';
            tryOn(from, to, isCut, signature, matches);
            tried += to - from;
            int next = isCut ? at + AFTER / 2 : Math.max(to, at + 1);
            if (tried >= MAX_TRIED / 2 && !isAtEnd) {
                // The decisive match may follow many similar ones, so part of the budget is kept for the end.
                isAtEnd = true;
                next = Math.max(next, text.length() - MAX_TRIED / 2);
            }
            at = anchors.next(next);
        }
        return matches;
    }

    private void tryOn(int from, int to, boolean isCut, Signature signature, List<Match> matches) {
        MatchResult found = signature.pattern().find(bytes, from, to, from);
        while (found != null && matches.size() < MAX_MATCHES) {
            int start = found.start();
            int end = found.end();
            // A match that reaches the cut may continue after it. The next window starts earlier and contains it whole.
            if (isCut && end == to) {
                break;
            }
            boolean isKnown = matches.stream().anyMatch(match -> match.end() == end);
            if (!isKnown && surroundings().suit(signature, start, end)) {
                Passage about = surroundings().about(signature, end);
                matches.add(Match.of(signature, found, surroundings().depth(signature, end), about));
            }
            found = signature.pattern().findAfter(bytes, from, to, found);
        }
    }

    private boolean isBeside(Signature signature) {
        List<String> beside = signature.context().beside();
        return beside.isEmpty() || beside.stream().anyMatch(text::contains);
    }

    /** Returns the text in lower case, character by character, so that positions stay the same. */
    private String folded() {
        if (folded == null) {
            char[] lower = text.toCharArray();
            for (int i = 0; i < lower.length; i++) {
                lower[i] = lower[i] < 0x80
                        ? (char) (lower[i] >= 'A' && lower[i] <= 'Z' ? lower[i] + 32 : lower[i])
                        : lower[i];
            }
            folded = new String(lower);
        }
        return folded;
    }

    private MatchContext surroundings() {
        if (surroundings == null) {
            surroundings = new MatchContext(bytes);
        }
        return surroundings;
    }

    /** Positions of one signature's anchors in a text. Each anchor is searched once from left to right. */
    private static final class Anchors {
        private final String text;
        private final List<String> sought;
        private final int[] places;

        /** Searches the text, which must be in lower case if the signature ignores case. */
        Anchors(Signature signature, String text) {
            this.text = text;
            this.sought = signature.ignoreCase()
                    ? signature.anchors().stream()
                            .map(anchor -> anchor.toLowerCase(Locale.ROOT))
                            .toList()
                    : signature.anchors();
            this.places = new int[sought.size()];
            for (int i = 0; i < places.length; i++) {
                places[i] = text.indexOf(sought.get(i));
            }
        }

        /** Returns the first position of any anchor at or after {@code from}, or -1. */
        int next(int from) {
            int next = -1;
            for (int i = 0; i < places.length; i++) {
                if (places[i] >= 0 && places[i] < from) {
                    places[i] = text.indexOf(sought.get(i), from);
                }
                next = places[i] >= 0 && (next < 0 || places[i] < next) ? places[i] : next;
            }
            return next;
        }
    }
}
