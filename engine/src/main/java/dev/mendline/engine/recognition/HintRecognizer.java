package dev.mendline.engine.recognition;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.HintText;
import dev.mendline.engine.catalog.Signature;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.engine.matching.CandidateFilter;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.log.Captures;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Recognizer of hints in texts that show no symptom. Thread-safe; its cost is linear in the text. */
public final class HintRecognizer {
    /** Signature with its hint, also wrapped as a symptom so that one search serves both. */
    private record Known(HintText hint, Symptom words, Signature signature) {}

    /** Hint found in a text, with the details that its words name. */
    public record Told(HintText hint, Recognition words) {}

    private final List<Known> known;
    private final CandidateFilter filter;

    public HintRecognizer(Catalog catalog) {
        known = catalog.hints().stream()
                .flatMap(hint -> hint.signatures().stream().map(signature -> new Known(hint, words(hint), signature)))
                .toList();
        filter = CandidateFilter.of(
                known.stream().map(each -> each.signature().literals()).toList());
    }

    private static Symptom words(HintText hint) {
        return new Symptom(
                hint.id(),
                hint.title(),
                Severity.LOW,
                0,
                false,
                null,
                hint.signatures(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Returns true if raw bytes contain an anchor of a hint. */
    public boolean mayMatch(byte[] raw) {
        return filter.isAnyIn(raw, 0, raw.length);
    }

    /** Returns the hint of a text; the first by id if several match. */
    public Optional<HintText> recognise(String whole) {
        return told(Recognizer.legible(whole)).map(Told::hint);
    }

    /** Returns the hint of a text that is already normalized. */
    public Optional<Told> told(String text) {
        SignatureSearch search = new SignatureSearch(text);
        return search.candidates(filter).stream()
                .mapToObj(known::get)
                .map(each -> told(each, search.matches(each.words(), each.signature())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Told> told(Known known, List<Match> matches) {
        if (matches.isEmpty()) {
            return Optional.empty();
        }
        String id = known.hint().id();
        Captures captures = matches.stream().map(Match::captures).reduce(Captures.NONE, Captures::or);
        List<String> hosts = matches.stream()
                .map(match -> match.captures().host())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        boolean isNode = matches.stream()
                .filter(match -> match.captures().host() != null)
                .anyMatch(Match::hostIsNode);
        return Optional.of(new Told(
                known.hint(), new Recognition(id, null, List.of(id), null, null, captures, hosts, isNode, "")));
    }
}
