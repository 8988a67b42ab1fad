package dev.mendline.model;

import org.jspecify.annotations.Nullable;

/** The MongoDB driver or tool that printed a text, e.g. {@code java-sync}, {@code nodejs}; version where it says so. */
public record Driver(String name, @Nullable String version) {}
