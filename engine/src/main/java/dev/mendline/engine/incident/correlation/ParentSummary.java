package dev.mendline.engine.incident.correlation;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.incident.advice.AdviceWriter;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.editor.LogEvidence;
import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.SharedCause;
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

/** How a parent looks: its children's trouble put together, and the proof of the one for which it is proved best. */
final class ParentSummary {
    private static final int NAMED = 3;

    private final Catalog catalog;
    private final AdviceWriter adviser;

    ParentSummary(Catalog catalog) {
        this.catalog = catalog;
        this.adviser = new AdviceWriter(catalog);
    }

    /** Shows a parent with these children, one at least; true when it shows the cause better, or more urgently, than before. */
    boolean paint(IncidentEditor draft, String cause, List<StandingClaim> children) {
        Diagnosis before = draft.diagnosis;
        Severity severity = draft.severity;
        join(draft, children);
        judge(draft, cause, children);
        SharedCause common = Objects.requireNonNull(draft.ties.common);
        List<Incident.Child> named = children.stream()
                .map(each -> new Incident.Child(each.incident(), each.claim().target()))
                .sorted(Comparator.comparing(Incident.Child::target).thenComparing(Incident.Child::incident))
                .toList();
        List<Incident.Child> kept = named.stream().limit(Incident.MAX_CHILDREN).toList();
        draft.ties.common = new SharedCause(cause, kept, named.size() - kept.size(), common.steps());
        draft.advice = advice(draft, draft.ties.common);
        return before.verdict() != draft.diagnosis.verdict() || severity != draft.severity;
    }

    private static void join(IncidentEditor draft, List<StandingClaim> children) {
        draft.severity = children.stream()
                .map(each -> each.claim().severity())
                .min(Enum::compareTo)
                .orElse(draft.severity);
        Map<String, Incident.SymptomCount> seen = new TreeMap<>();
        for (StandingClaim child : children) {
            CorrelationClaim claim = child.claim();
            draft.zones.addAll(claim.zones());
            claim.services().stream()
                    .filter(service -> draft.services.size() < Bounds.SERVICES)
                    .forEach(draft.services::add);
            claim.symptoms().forEach(symptom -> seen.merge(symptom.id(), symptom, LogEvidence::sum));
        }
        draft.told.symptoms.putAll(seen);
    }

    /** What was shown once in this episode stands, whoever of them is over meanwhile. */
    private void judge(IncidentEditor draft, String cause, List<StandingClaim> children) {
        Diagnosis known = draft.diagnosis;
        Verdict best = children.stream()
                .flatMap(each -> each.verdict(cause).stream())
                .min(Enum::compareTo)
                .orElse(Verdict.POSSIBLE);
        boolean better = known.leading() == null || best.compareTo(known.verdict()) < 0;
        if (better) {
            Optional<CorrelationClaim.Proof> proof = proof(cause, children);
            String because = proof.map(CorrelationClaim.Proof::because)
                    .orElseGet(() -> catalog.cause(cause).map(Cause::title).orElse(cause) + ".");
            draft.diagnosis = new Diagnosis(
                    cause, best, List.of(new Diagnosis.Candidate(cause, best, because, List.of(because), List.of())));
            proof.ifPresent(shown -> take(draft, shown));
        }
    }

    private static Optional<CorrelationClaim.Proof> proof(String cause, List<StandingClaim> children) {
        return children.stream()
                .sorted(Comparator.comparing(each -> each.verdict(cause).orElse(Verdict.REFUTED)))
                .flatMap(each -> Stream.ofNullable(each.claim().proof()))
                .filter(proof -> proof.cause().equals(cause))
                .findFirst();
    }

    private static void take(IncidentEditor draft, CorrelationClaim.Proof proof) {
        draft.looked.findings.clear();
        proof.findings().forEach(found -> draft.looked.findings.put(Check.of(found), found));
        SharedCause common = Objects.requireNonNull(draft.ties.common);
        draft.ties.common = new SharedCause(common.cause(), common.children(), common.more(), proof.steps());
    }

    private Advice advice(IncidentEditor draft, SharedCause common) {
        Advice own = adviser.advise(draft);
        return new Advice(
                own.summary() + " " + struck(common),
                common.steps().isEmpty() ? own.steps() : common.steps(),
                own.links());
    }

    private static String struck(SharedCause common) {
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
