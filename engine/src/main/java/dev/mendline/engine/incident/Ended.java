package dev.mendline.engine.incident;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is remembered of an incident that can no longer reopen: enough for a later one to name it. */
record Ended(String id, @Nullable String target, List<String> services) {
    Ended {
        services = List.copyOf(services);
    }

    static Ended of(CaseFile file) {
        return new Ended(
                file.incident().id(), file.incident().target(), file.incident().services());
    }

    boolean same(@Nullable String otherTarget, String service) {
        return Objects.equals(target, otherTarget) && (target != null || services.contains(service));
    }
}
