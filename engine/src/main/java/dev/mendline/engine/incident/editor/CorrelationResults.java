package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.ScopeResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the places in which an incident claimed something told it, in this episode; one word of each. */
public final class CorrelationResults {
    private final TreeMap<String, ScopeResult> told = new TreeMap<>();

    void addAll(List<ScopeResult> known) {
        known.forEach(each -> told.put(each.from(), each));
    }

    /** True when it is news. */
    public boolean hears(ScopeResult word) {
        ScopeResult known = told.get(word.from());
        if (known == null ? told.size() >= Bounds.SCOPE_RESULTS : known.offset() >= word.offset()) {
            return false;
        }
        told.put(word.from(), word);
        return true;
    }

    /** How many deployments of other sites fail, by the place that knows of most. */
    public int failing() {
        return told.values().stream().mapToInt(ScopeResult::nearby).max().orElse(0);
    }

    /** Who explains the incident: whoever did so before, while it still does, else the first that does. */
    public Optional<ScopeResult> parent(@Nullable String before) {
        return offers().stream()
                .filter(each -> Objects.equals(each.parent(), before))
                .findFirst()
                .or(() -> offers().stream().findFirst());
    }

    private List<ScopeResult> offers() {
        return told.values().stream().filter(each -> each.parent() != null).toList();
    }

    List<ScopeResult> kept() {
        return List.copyOf(told.values());
    }

    void forget() {
        told.clear();
    }
}
