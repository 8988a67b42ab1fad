package dev.mendline.engine.recognition;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.HintText;
import dev.mendline.engine.catalog.Signature;
import dev.mendline.engine.matching.CandidateFilter;
import java.util.List;
import java.util.Optional;

/** Recognizer of hints in texts that show no symptom. Thread-safe; its cost is linear in the text. */
public final class HintRecognizer {
    /** Hint found in a text, with the details that its words name. */
    public record RecognizedHint(HintText hint, Recognition words) {}

    private final Catalog catalog;
    private final List<Signature> signatures;
    private final CandidateFilter filter;

    public HintRecognizer(Catalog catalog) {
        this.catalog = catalog;
        signatures = catalog.hints().stream()
                .flatMap(hint -> hint.signatures().stream())
                .toList();
        filter = CandidateFilter.of(signatures.stream().map(Signature::literals).toList());
    }

    public boolean mayMatch(byte[] raw) {
        return filter.isAnyIn(raw, 0, raw.length);
    }

    /** Returns the hint of a text; the first by id if several match. */
    public Optional<HintText> recognise(String whole) {
        return recogniseLegible(Recognizer.legible(whole)).map(RecognizedHint::hint);
    }

    /** Returns the hint of a text that is already normalized. */
    public Optional<RecognizedHint> recogniseLegible(String text) {
        SignatureSearch search = new SignatureSearch(text);
        return search.candidates(filter).stream()
                .mapToObj(candidate -> search.matches(signatures.get(candidate)))
                .filter(matches -> !matches.isEmpty())
                .findFirst()
                .map(this::recognized);
    }

    private RecognizedHint recognized(List<Match> matches) {
        String id = matches.get(0).id();
        Recognition words = new Recognition(
                id,
                null,
                List.of(id),
                null,
                null,
                Match.captures(matches),
                Match.hosts(matches),
                Match.hostIsNode(matches),
                "");
        return new RecognizedHint(catalog.hint(id).orElseThrow(), words);
    }
}
