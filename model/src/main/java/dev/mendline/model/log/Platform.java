package dev.mendline.model.log;

/**
 * Runtime of a program, as a text shows it.
 *
 * @param name e.g. {@code nodejs}, {@code java}
 * @param version e.g. {@code 24.13.0}
 */
public record Platform(String name, String version) {}
