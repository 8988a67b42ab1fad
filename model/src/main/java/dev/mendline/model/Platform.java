package dev.mendline.model;

/** What a program runs on and its version, e.g. {@code nodejs 24.13.0}, {@code java 11.0.5}, as a text tells it. */
public record Platform(String name, String version) {}
