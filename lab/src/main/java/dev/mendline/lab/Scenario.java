package dev.mendline.lab;

/**
 * Scenario of one deployment: its fault, its service and the expected diagnosis.
 *
 * @param name name of the scenario; the other names are random
 * @param target deployment, as SRV name without {@code _mongodb._tcp.}
 * @param zone network zone of the service
 * @param symptom id of the symptom in the service's log
 * @param cause id of the expected leading cause, or of the cause to be refuted
 * @param verdict {@code confirmed}, {@code likely} or {@code refuted}
 * @param namesTarget true if the log names the deployment; otherwise the incident belongs to the service
 * @param shared true if one incident should explain this and other scenarios of the same name
 */
public record Scenario(
        String name,
        String target,
        String service,
        String zone,
        String symptom,
        String cause,
        String verdict,
        boolean namesTarget,
        boolean shared) {}
