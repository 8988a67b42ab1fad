package dev.mendline.model.incident;

import java.util.List;

/**
 * What to do, in plain words with the real names.
 *
 * @param summary one or two sentences
 * @param steps in order, the least harmful first
 * @param links where MongoDB documents it; may be empty
 */
public record Advice(String summary, List<String> steps, List<Link> links) {
    /**
     * A page of MongoDB's documentation, and the day it was read.
     *
     * @param title of the page
     * @param path below {@code https://www.mongodb.com/docs/}
     * @param read day on which the advice was checked against it, e.g. {@code 2026-11-22}
     */
    public record Link(String title, String path, String read) {}

    public Advice {
        steps = List.copyOf(steps);
        links = List.copyOf(links);
    }
}
