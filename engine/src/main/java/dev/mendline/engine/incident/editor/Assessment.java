package dev.mendline.engine.incident.editor;

import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import java.util.List;

/** Diagnosis, severity and advice of one incident, and the catalog that they come from. */
public final class Assessment {
    private Diagnosis diagnosis = Diagnosis.NONE;
    private Severity severity = Severity.LOW;
    private Advice advice = new Advice("", List.of(), List.of());
    private String catalog;

    Assessment(String catalog) {
        this.catalog = catalog;
    }

    static Assessment of(Incident incident) {
        Assessment assessment = new Assessment(incident.catalog());
        assessment.diagnosis = incident.diagnosis();
        assessment.severity = incident.severity();
        assessment.advice = incident.advice();
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

    public void diagnose(Diagnosis now) {
        diagnosis = now;
    }

    public void rate(Severity now) {
        severity = now;
    }

    public void advise(Advice now) {
        advice = now;
    }

    /** Sets the content hash of the catalog that the assessment comes from. */
    public void basedOn(String hash) {
        catalog = hash;
    }
}
