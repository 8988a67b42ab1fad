package dev.mendline.model.log;

/**
 * What a program runs on, as a text tells it.
 *
 * @param name e.g. {@code nodejs}, {@code java}
 * @param version e.g. {@code 24.13.0}
 */
public record Platform(String name, String version) {}
