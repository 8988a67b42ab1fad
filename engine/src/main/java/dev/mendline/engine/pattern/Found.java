package dev.mendline.engine.pattern;

import org.jspecify.annotations.Nullable;

/**
 * A match.
 *
 * @param start where it begins
 * @param end where it ends, exclusive; the place where it begins when it is empty
 * @param groups what its named groups hold
 */
public record Found(int start, int end, Groups groups) {
    /** What the group holds; null when it takes no part in the match, or there is none of that name. */
    public @Nullable String group(String name) {
        return groups.get(name);
    }

    /** Where to look for the next match: behind this one, and behind the next character when this one is empty. */
    public int next() {
        return end > start ? end : end + 1;
    }
}
