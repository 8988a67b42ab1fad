package dev.mendline.engine.incident.correlation;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.incident.advice.AdviceWriter;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.editor.LogEvidence;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.StandingClaim;
import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.CorrelationClaim;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Summary of a parent's children: their counts, and the best verdict with its proof. */
final class ParentSummary {
    private static final int NAMED = 3;

    private final Catalog catalog;
    private final AdviceWriter adviser;

    ParentSummary(Catalog catalog) {
        this.catalog = catalog;
        this.adviser = new AdviceWriter(catalog);
    }

    /** Updates a parent from its children, at least one; returns whether the verdict or the severity changed. */
    boolean update(IncidentEditor editor, String cause, List<StandingClaim> children) {
        Verdict verdict = editor.assessment().diagnosis().verdict();
        Severity severity = editor.assessment().severity();
        sum(editor, children);
        diagnose(editor, cause, children);
        List<Incident.Child> named = children.stream()
                .map(each -> new Incident.Child(each.incident(), each.claim().target()))
                .sorted(Comparator.comparing(Incident.Child::target).thenComparing(Incident.Child::incident))
                .toList();
        List<Incident.Child> kept = named.stream().limit(Incident.MAX_CHILDREN).toList();
        IncidentState.SharedCause shared = new IncidentState.SharedCause(
                cause, kept, named.size() - kept.size(), shared(editor).steps());
        editor.correlation().share(shared);
        editor.assessment().advise(advice(editor, shared));
        return verdict != editor.assessment().diagnosis().verdict()
                || severity != editor.assessment().severity();
    }

    private static IncidentState.SharedCause shared(IncidentEditor editor) {
        return Objects.requireNonNull(editor.correlation().shared());
    }

    private static void sum(IncidentEditor editor, List<StandingClaim> children) {
        children.stream()
                .map(each -> each.claim().severity())
                .min(Enum::compareTo)
                .ifPresent(editor.assessment()::rate);
        Map<String, Incident.SymptomCount> counts = new TreeMap<>();
        for (StandingClaim child : children) {
            CorrelationClaim claim = child.claim();
            editor.affected().addZones(claim.zones());
            editor.affected().addServices(claim.services());
            claim.symptoms().forEach(symptom -> counts.merge(symptom.id(), symptom, LogEvidence::sum));
        }
        editor.logs().count(counts.values());
    }

    /** Raises the verdict if a child has a better one; it does not fall when that child resolves. */
    private void diagnose(IncidentEditor editor, String cause, List<StandingClaim> children) {
        Diagnosis known = editor.assessment().diagnosis();
        Verdict best = children.stream()
                .flatMap(each -> each.verdict(cause).stream())
                .min(Enum::compareTo)
                .orElse(Verdict.POSSIBLE);
        boolean better = known.leading() == null || best.compareTo(known.verdict()) < 0;
        if (better) {
            Optional<CorrelationClaim.Proof> proof = proof(cause, children);
            String because = proof.map(CorrelationClaim.Proof::because)
                    .orElseGet(() -> catalog.cause(cause).map(Cause::title).orElse(cause) + ".");
            editor.assessment()
                    .diagnose(new Diagnosis(
                            cause,
                            best,
                            List.of(new Diagnosis.Candidate(cause, best, because, List.of(because), List.of()))));
            proof.ifPresent(shown -> prove(editor, shown));
        }
    }

    private static Optional<CorrelationClaim.Proof> proof(String cause, List<StandingClaim> children) {
        return children.stream()
                .sorted(Comparator.comparing(each -> each.verdict(cause).orElse(Verdict.REFUTED)))
                .flatMap(each -> Stream.ofNullable(each.claim().proof()))
                .filter(proof -> proof.cause().equals(cause))
                .findFirst();
    }

    private static void prove(IncidentEditor editor, CorrelationClaim.Proof proof) {
        editor.probes().replaceFindings(proof.findings());
        IncidentState.SharedCause shared = shared(editor);
        editor.correlation()
                .share(new IncidentState.SharedCause(shared.cause(), shared.children(), shared.more(), proof.steps()));
    }

    private Advice advice(IncidentEditor editor, IncidentState.SharedCause common) {
        Advice own = adviser.advise(editor);
        return new Advice(
                own.summary() + " " + struck(common),
                common.steps().isEmpty() ? own.steps() : common.steps(),
                own.links());
    }

    private static String struck(IncidentState.SharedCause common) {
        String names = common.children().stream()
                .limit(NAMED)
                .map(Incident.Child::target)
                .collect(Collectors.joining(", "));
        int size = common.size();
        return (size == 1 ? "1 deployment is struck: " : size + " deployments are struck: ")
                + names
                + (size > NAMED ? " and " + (size - NAMED) + " more." : ".");
    }
}
