package dev.mendline.model;

import java.util.List;

/**
 * What to do, in plain words with the real names.
 *
 * @param summary one or two sentences
 * @param steps in order, the least harmful first
 */
public record Advice(String summary, List<String> steps, List<Link> links) {
    /** A page of MongoDB's documentation under {@code https://www.mongodb.com/docs/}, and the day it was read. */
    public record Link(String title, String path, String read) {}

    public Advice {
        steps = List.copyOf(steps);
        links = List.copyOf(links);
    }
}
