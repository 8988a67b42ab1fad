package dev.mendline.model;

import org.jspecify.annotations.Nullable;

/** What runs the program that printed a text, e.g. {@code nodejs} or {@code java}; version where the text says so. */
public record LanguageRuntime(String name, @Nullable String version) {}
