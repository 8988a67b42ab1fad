package dev.mendline.lab.scenario;

/**
 * Kind of fault, or of harmless deviation, of a deployment in the lab.
 *
 * @param name name, e.g. {@code srv-refused}
 * @param title short description
 * @param symptom id of the symptom in the service's log
 * @param cause id of the expected leading cause, or of the cause to be refuted
 * @param verdict {@code confirmed}, {@code likely} or {@code refuted}
 */
public record ScenarioKind(String name, String title, String symptom, String cause, String verdict) {}
