package dev.mendline.lab;

/**
 * One broken deployment (or one that only seems so), the service that uses it, and what a right diagnosis says.
 *
 * @param name what the scenario is called after; the other names are dealt at random
 * @param target the deployment, its SRV name without {@code _mongodb._tcp.}
 * @param zone the network zone that the service lives in
 * @param symptom id of what the service's log shows
 * @param cause id of the cause to be led with, or to be ruled out
 * @param verdict {@code confirmed}, {@code likely} or {@code refuted}
 * @param namesTarget whether the log tells the deployment; else the incident is the service's own
 * @param shared whether one incident should tell of it and others; each of them is a scenario of the same name
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
