package dev.mendline.engine.incident.diagnosis;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.condition.Condition;
import dev.mendline.engine.incident.advice.ConditionSentences;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.GuardRefusal;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Assessment of the evidence: every cause that the symptoms suggest gets a verdict with its reason. */
public final class Diagnostician {
    private static final Comparator<Diagnosis.Candidate> MOST_CREDIBLE = Comparator.comparing(
                    Diagnosis.Candidate::verdict)
            .thenComparing(candidate -> candidate.evidenceFor().size(), Comparator.reverseOrder());

    private static final String ATLAS_NOT_ASKED = "Only Atlas could tell, and it could not be asked.";
    private static final String ATLAS_SILENT = "Only Atlas could tell, and it did not.";

    /** A candidate; a guess has no evidence because no probe could check it, and comes last, even after refuted ones. */
    private record Ranked(Diagnosis.Candidate candidate, boolean guess) {}

    private final Catalog catalog;
    private final ProbePlanner planner;

    Diagnostician(Catalog catalog, ProbePlanner planner) {
        this.catalog = catalog;
        this.planner = planner;
    }

    /** Returns the causes of the symptoms that no confirmed cause brings, and the confirmed causes themselves. */
    List<Cause> suspects(IncidentEditor editor, Proof evidence) {
        Set<String> symptoms = editor.logs().symptoms();
        List<Cause> all = catalog.suspects(List.copyOf(symptoms));
        List<Cause> confirmed = muting(all, editor, evidence);
        Set<String> muted = SymptomSuppression.by(confirmed, symptoms);
        return all.stream()
                .filter(cause -> confirmed.contains(cause)
                        || symptoms.stream()
                                .anyMatch(symptom -> !muted.contains(symptom)
                                        && cause.symptoms().contains(symptom)))
                .toList();
    }

    /**
     * The confirmed among those that bring one of the symptoms. What drivers retry shows nothing so soon. What will be asked
     * for now is not known yet, because it depends on this.
     */
    private List<Cause> muting(List<Cause> all, IncidentEditor editor, Proof evidence) {
        List<Cause> able = all.stream()
                .filter(cause -> cause.mutes().stream().anyMatch(editor.logs().symptoms()::contains))
                .toList();
        if (able.isEmpty() || editor.episode().retried()) {
            return List.of();
        }
        return able.stream()
                .filter(cause -> cause.id().equals(editor.assessment().confirmed())
                        || candidate(cause, editor, evidence, Set.of())
                                        .candidate()
                                        .verdict()
                                == Verdict.CONFIRMED)
                .toList();
    }

    /** Returns the diagnosis; findings of the checks in {@code next}, which are requested now, do not count as complete. */
    Diagnosis diagnose(IncidentEditor editor, List<Cause> suspects, Proof evidence, Set<Check> next) {
        // Of equal candidates, the one that explains more of the symptoms comes first.
        List<Diagnosis.Candidate> candidates = suspects.stream()
                .sorted(Comparator.comparing((Cause cause) -> unaccounted(cause, editor))
                        .thenComparing(Cause::id))
                .map(cause -> candidate(cause, editor, evidence, next))
                .sorted(Comparator.comparing(Ranked::guess).thenComparing(Ranked::candidate, MOST_CREDIBLE))
                .map(Ranked::candidate)
                .toList();
        return candidates.isEmpty()
                ? Diagnosis.NONE
                : new Diagnosis(candidates.get(0).cause(), candidates.get(0).verdict(), candidates);
    }

    private static long unaccounted(Cause cause, IncidentEditor editor) {
        return editor.logs().symptoms().stream()
                .filter(symptom -> !cause.symptoms().contains(symptom))
                .count();
    }

    /** Returns true if only Atlas can decide about a cause, and Atlas was not asked or did not answer. */
    private static boolean beyondReach(Cause cause, List<Incident.Evidence> findings) {
        return !cause.probes().isEmpty()
                && cause.probes().stream().allMatch(probe -> ProbeKind.matches(probe, ProbeKind::asksAtlas))
                && findings.stream().allMatch(found -> found.outcome() == Outcome.Kind.INCONCLUSIVE);
    }

    private Ranked candidate(Cause cause, IncidentEditor editor, Proof evidence, Set<Check> next) {
        Set<Check> outstanding = planner.outstanding(cause, editor, next);
        boolean complete = outstanding.isEmpty();
        Proof proof = evidence.complete(complete);
        ConditionSentences say = new ConditionSentences(editor, cause, proof.all());
        List<Condition> proofs =
                cause.conditions().confirm().stream().filter(proof::proves).toList();
        List<String> confirm = say.deciding(proofs);
        List<String> suggest = Stream.concat(
                        say
                                .decidingUnnamed(cause.conditions().confirm().stream()
                                        .filter(condition -> !proofs.contains(condition))
                                        .toList())
                                .stream(),
                        say.holding(weighing(cause.conditions().suggest(), editor)).stream())
                .toList();
        // Texts that do not name the deployment do not protect a cause from refutation.
        List<String> refute = Stream.of(proof.all(), proof.named())
                .distinct()
                .flatMap(each -> new ConditionSentences(editor, cause, each)
                        .deciding(cause.conditions().refute()).stream())
                .distinct()
                .toList();
        Verdict verdict = verdict(
                !confirm.isEmpty(),
                !suggest.isEmpty(),
                !refute.isEmpty(),
                complete || editor.episode().historical());
        List<String> inFavour =
                Stream.concat(confirm.stream(), suggest.stream()).distinct().toList();
        List<Incident.Evidence> findings =
                editor.probes().findingsOf(cause.probes()).toList();
        boolean guess = complete && inFavour.isEmpty() && refute.isEmpty() && beyondReach(cause, findings);
        String because = !guess
                ? because(verdict, inFavour, refute, outstanding, editor)
                : findings.isEmpty() ? ATLAS_NOT_ASKED : ATLAS_SILENT;
        String note = verdict == Verdict.UNPROVEN ? note(findings) : "";
        return new Ranked(new Diagnosis.Candidate(cause.id(), verdict, because + note, inFavour, refute), guess);
    }

    /** Returns the symptoms that decide the leading cause; empty if there is none. */
    Set<String> decisive(IncidentEditor editor, Proof evidence) {
        Cause leading = Optional.ofNullable(editor.assessment().diagnosis().leading())
                .flatMap(catalog::cause)
                .orElse(null);
        Set<String> symptoms = editor.logs().symptoms();
        if (leading == null || symptoms.size() == 1) {
            return leading == null ? Set.of() : symptoms;
        }
        List<Condition> holding = Stream.concat(
                        leading.conditions().confirm().stream(), leading.conditions().suggest().stream())
                .filter(condition -> condition.holds(evidence.all()))
                .toList();
        Set<String> decisive = Proof.decisive(editor, holding);
        return decisive.isEmpty() ? Set.copyOf(leading.symptoms()) : decisive;
    }

    /** Returns the conditions that count. For an error that drivers retry, these need a finding that still fails. */
    private static List<Condition> weighing(List<Condition> suggest, IncidentEditor editor) {
        return !editor.episode().retried()
                ? suggest
                : suggest.stream()
                        .filter(condition -> isFailing(condition, editor))
                        .toList();
    }

    private static boolean isFailing(Condition condition, IncidentEditor editor) {
        return editor.probes().findingsOf(condition.probes()).anyMatch(found -> found.outcome() == Outcome.Kind.FAILED);
    }

    /** Returns why probes of an unproven cause were inconclusive. */
    private static String note(List<Incident.Evidence> findings) {
        return findings.stream()
                .map(Incident.Evidence::refusal)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Diagnostician::refused)
                .orElseGet(() -> silence(findings));
    }

    private static String refused(GuardRefusal refusal) {
        return refusal.allow() == null
                ? " The guard does not allow " + refusal.subject() + "."
                : " Allowed by: " + refusal.allow();
    }

    private static String silence(List<Incident.Evidence> tried) {
        Set<String> silent = tried.stream()
                .filter(found -> found.reason() == Reason.NO_ANSWER)
                .map(Incident.Evidence::zone)
                .collect(Collectors.toCollection(TreeSet::new));
        return silent.isEmpty()
                ? ""
                : " No worker answered in time from zone " + String.join(", nor from zone ", silent) + ".";
    }

    public static Verdict verdict(boolean confirm, boolean suggest, boolean refute, boolean complete) {
        if (refute) {
            return confirm ? Verdict.UNPROVEN : Verdict.REFUTED;
        }
        if (confirm) {
            return Verdict.CONFIRMED;
        }
        if (suggest) {
            return Verdict.LIKELY;
        }
        return complete ? Verdict.UNPROVEN : Verdict.POSSIBLE;
    }

    private String because(
            Verdict verdict,
            List<String> inFavour,
            List<String> against,
            Set<Check> outstanding,
            IncidentEditor editor) {
        if (!against.isEmpty()) {
            return inFavour.isEmpty() || verdict == Verdict.REFUTED
                    ? against.get(0)
                    : "The evidence contradicts itself: " + inFavour.get(0) + " But: " + against.get(0);
        }
        if (!inFavour.isEmpty()) {
            return inFavour.get(0);
        }
        if (outstanding.isEmpty()) {
            return "All available evidence is in and is inconclusive.";
        }
        if (editor.episode().historical()) {
            return "Not probed because the log lines are old.";
        }
        return (planner.settings().probing().off() ? "Not probed: " : "Evidence is outstanding: ")
                + outstanding.stream().map(Check::toString).limit(4).collect(Collectors.joining("; "))
                + ".";
    }
}
