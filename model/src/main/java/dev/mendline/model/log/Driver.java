package dev.mendline.model.log;

import org.jspecify.annotations.Nullable;

/**
 * MongoDB driver or tool that printed a text.
 *
 * @param name e.g. {@code java-sync}, {@code nodejs}
 * @param version version as in the text; null if unknown
 */
public record Driver(String name, @Nullable String version) {}
