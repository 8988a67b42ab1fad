package dev.mendline.model.log;

import org.jspecify.annotations.Nullable;

/**
 * The MongoDB driver or tool that printed a text.
 *
 * @param name e.g. {@code java-sync}, {@code nodejs}
 * @param version as the text has it; null where it does not tell
 */
public record Driver(String name, @Nullable String version) {}
