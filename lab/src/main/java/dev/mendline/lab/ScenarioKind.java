package dev.mendline.lab;

/**
 * One way in which a deployment of the lab can be broken, or only seem so.
 *
 * @param name what it is called after, e.g. {@code srv-refused}
 * @param title what is wrong, in a few words
 * @param symptom id of what the service's log shows
 * @param cause id of the cause to be led with, or to be ruled out
 * @param verdict {@code confirmed}, {@code likely} or {@code refuted}
 */
public record ScenarioKind(String name, String title, String symptom, String cause, String verdict) {}
