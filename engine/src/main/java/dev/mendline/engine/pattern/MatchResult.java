package dev.mendline.engine.pattern;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Match of a pattern. */
public final class MatchResult {
    private final int start;
    private final int end;
    private final Text text;
    private final List<String> names;
    private final int[] positions;

    /**
     * Creates a match.
     *
     * @param names of the groups
     * @param positions start and end of each group; -1 for a group that takes no part in the match
     */
    MatchResult(int start, int end, Text text, List<String> names, int[] positions) {
        this.start = start;
        this.end = end;
        this.text = text;
        this.names = names;
        this.positions = positions;
    }

    public int start() {
        return start;
    }

    /** Returns the end of the match, exclusive. It equals the start if the match is empty. */
    public int end() {
        return end;
    }

    /** Returns the text of the match. */
    public String group() {
        return text.substring(start, end);
    }

    /** Returns the text of a group; null if the group takes no part in the match or does not exist. */
    public @Nullable String group(String name) {
        int group = names.indexOf(name);
        return group < 0 || positions[2 * group] < 0
                ? null
                : text.substring(positions[2 * group], positions[2 * group + 1]);
    }

    /** Returns where to search for the next match: at the end, or one character later if the match is empty. */
    public int next() {
        return end > start ? end : end + 1;
    }
}
