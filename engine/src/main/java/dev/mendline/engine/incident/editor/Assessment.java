package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Diagnosis, severity and advice of one incident, and the catalog that they come from. */
public final class Assessment {
    private Diagnosis diagnosis = Diagnosis.NONE;
    private Severity severity = Severity.LOW;
    private Advice advice = new Advice("", List.of(), List.of());
    private String catalog;

    /** The cause that was confirmed in this episode when all answers were in. */
    @Nullable
    private String confirmed;

    /** Since when the evidence no longer confirms it. */
    @Nullable
    private Instant recovered;

    Assessment(String catalog) {
        this.catalog = catalog;
    }

    static Assessment of(IncidentState stored) {
        Incident incident = stored.incident();
        Assessment assessment = new Assessment(incident.catalog());
        assessment.diagnosis = incident.diagnosis();
        assessment.severity = incident.severity();
        assessment.advice = incident.advice();
        assessment.confirmed = stored.probes().confirmed();
        assessment.recovered = stored.probes().recovered();
        return assessment;
    }

    public Diagnosis diagnosis() {
        return diagnosis;
    }

    public Severity severity() {
        return severity;
    }

    Advice advice() {
        return advice;
    }

    String catalog() {
        return catalog;
    }

    /** Returns the cause that was confirmed in this episode; null when none was. */
    public @Nullable String confirmed() {
        return confirmed;
    }

    @Nullable
    Instant recovered() {
        return recovered;
    }

    public void diagnose(Diagnosis now) {
        diagnosis = now;
    }

    /**
     * Sets the diagnosis. A cause that was confirmed when all answers were in stays the diagnosis while the evidence
     * recovers.
     *
     * @param settled true if all answers are in
     */
    public void diagnose(Diagnosis now, boolean settled, Instant at) {
        if (now.verdict() == Verdict.CONFIRMED) {
            confirmed = settled ? now.leading() : confirmed;
            recovered = null;
        } else if (confirmed != null) {
            recovered = recovered == null ? at : recovered;
            return;
        }
        diagnosis = now;
    }

    /** Withdraws the confirmation if the symptom is seen again some time after the evidence recovered. */
    public void relapse(Instant seen, Duration after) {
        if (recovered != null && seen.isAfter(recovered.plus(after))) {
            confirmed = null;
            recovered = null;
        }
    }

    void startEpisode() {
        diagnosis = Diagnosis.NONE;
        confirmed = null;
        recovered = null;
    }

    /** Sets the severity; returns whether it changed. */
    public boolean rate(Severity now) {
        boolean changes = severity != now;
        severity = now;
        return changes;
    }

    public void advise(Advice now) {
        advice = now;
    }

    /** Sets the content hash of the catalog that the assessment comes from. */
    public void basedOn(String hash) {
        catalog = hash;
    }
}
