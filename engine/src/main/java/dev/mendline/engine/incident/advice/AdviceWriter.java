package dev.mendline.engine.incident.advice;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writer of advice with the real names of an incident; it says so if the evidence is thin. */
public record AdviceWriter(Catalog catalog) {
    public Advice advise(IncidentEditor editor) {
        Diagnosis diagnosis = editor.assessment().diagnosis();
        Optional<Cause> leading = Optional.ofNullable(diagnosis.leading()).flatMap(catalog::cause);
        if (leading.isEmpty()) {
            return new Advice(
                    "No documented cause is known for this symptom.",
                    List.of("Read the sample below and the driver's own page on connection troubleshooting."),
                    List.of());
        }
        Cause cause = leading.get();
        PlaceholderValues details = new PlaceholderValues(editor, cause.probes());
        String because = diagnosis.candidates().get(0).because();
        if (diagnosis.verdict() == Verdict.REFUTED) {
            return new Advice(
                    because, ruledOut(editor, details), cause.guidance().pages());
        }
        List<String> steps =
                cause.guidance().steps().stream().map(details::fill).toList();
        return new Advice(
                details.fill(hedged(diagnosis.verdict(), cause.guidance().summary())),
                steps,
                cause.guidance().pages());
    }

    private static List<String> ruledOut(IncidentEditor editor, PlaceholderValues details) {
        Optional<Incident.Evidence> failed = editor.probes().findings().values().stream()
                .filter(evidence -> evidence.outcome() == Outcome.Kind.FAILED)
                .findFirst();
        String now = failed.map(evidence -> "But " + Check.of(evidence) + " failed ("
                        + Objects.requireNonNull(evidence.reason()).word()
                        + "). No documented cause explains it; check it by hand.")
                .orElse("No action is needed: the probes found no fault at {target}.");
        return List.of(
                details.fill(now), details.fill("If the error of {services} is logged again, Mendline checks again."));
    }

    /** Returns the summary, introduced by "Perhaps" unless evidence supports the cause. */
    public static String hedged(Verdict verdict, String summary) {
        boolean open = verdict == Verdict.POSSIBLE || verdict == Verdict.UNPROVEN;
        boolean sentence = summary.matches("(?s)(?:A |[A-Z][a-z]).*");
        return open
                ? "Perhaps " + (sentence ? Character.toLowerCase(summary.charAt(0)) + summary.substring(1) : summary)
                : summary;
    }

    /**
     * Returns the most urgent of the symptoms and of a cause that is at least likely. A cause without evidence makes it
     * at most medium, unless a symptom is critical by itself. A refuted cause is low, and so is what drivers retry.
     */
    public Severity severity(IncidentEditor editor) {
        Diagnosis diagnosis = editor.assessment().diagnosis();
        if (editor.episode().retried() || diagnosis.verdict() == Verdict.REFUTED) {
            return Severity.LOW;
        }
        Severity worst = editor.logs().symptoms().stream()
                .filter(id -> !editor.correlation().suppressed().contains(id))
                .flatMap(id -> catalog.symptom(id).map(Symptom::severity).stream())
                .min(Enum::compareTo)
                .orElse(Severity.MEDIUM);
        boolean credible = diagnosis.verdict().compareTo(Verdict.LIKELY) <= 0;
        if (diagnosis.leading() != null && !credible && worst == Severity.HIGH) {
            return Severity.MEDIUM;
        }
        return Optional.ofNullable(diagnosis.leading())
                .filter(leading -> credible)
                .flatMap(catalog::cause)
                .map(Cause::severity)
                .filter(severity -> severity.compareTo(worst) < 0)
                .orElse(worst);
    }
}
