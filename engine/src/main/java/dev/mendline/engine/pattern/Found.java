package dev.mendline.engine.pattern;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** stub. */
public record Found(int start, int end, Map<String, String> groups) {
    public @Nullable String group(String name) {
        return groups.get(name);
    }
}
