package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.ScopeResult;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The last correlation result that each scope wrote for one episode of an incident. */
final class CorrelationResults {
    private final TreeMap<String, ScopeResult> byScope = new TreeMap<>();

    void addAll(List<ScopeResult> known) {
        known.forEach(each -> byScope.put(each.from(), each));
    }

    /** Records a result; returns false if it is not newer than the known one, or if there are too many scopes. */
    boolean record(ScopeResult result) {
        ScopeResult known = byScope.get(result.from());
        if (known == null ? byScope.size() >= Bounds.SCOPE_RESULTS : known.offset() >= result.offset()) {
            return false;
        }
        byScope.put(result.from(), result);
        return true;
    }

    /** Returns the number of failing deployments of other sites, as the scope with the most of them reports it. */
    int failing() {
        return byScope.values().stream().mapToInt(ScopeResult::nearby).max().orElse(0);
    }

    /** Returns the result that names the parent: the one that names {@code before}, else the first that names any. */
    Optional<ScopeResult> parent(@Nullable String before) {
        List<ScopeResult> naming =
                byScope.values().stream().filter(each -> each.parent() != null).toList();
        return naming.stream()
                .filter(each -> Objects.equals(each.parent(), before))
                .findFirst()
                .or(() -> naming.stream().findFirst());
    }

    List<ScopeResult> all() {
        return List.copyOf(byScope.values());
    }

    void clear() {
        byScope.clear();
    }
}
