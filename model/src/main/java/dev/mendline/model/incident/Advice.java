package dev.mendline.model.incident;

import java.util.List;

/**
 * Recommended steps in plain words with the real names.
 *
 * @param summary one or two sentences
 * @param steps in order, the least harmful first
 * @param links pages of MongoDB's documentation; may be empty
 */
public record Advice(String summary, List<String> steps, List<Link> links) {
    /**
     * Page of MongoDB's documentation, with the day on which it was read.
     *
     * @param title title of the page
     * @param path path below {@code https://www.mongodb.com/docs/}
     * @param read day on which the advice was compared with it, e.g. {@code 2026-11-22}
     */
    public record Link(String title, String path, String read) {}

    public Advice {
        steps = List.copyOf(steps);
        links = List.copyOf(links);
    }
}
