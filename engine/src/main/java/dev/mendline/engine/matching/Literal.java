package dev.mendline.engine.matching;

/** stub. */
public record Literal(String text, boolean ignoreCase) {}
