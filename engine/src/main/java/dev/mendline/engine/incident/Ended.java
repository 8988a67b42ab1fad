package dev.mendline.engine.incident;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an incident that can no longer reopen: enough for a later one to name it.
 *
 * @param target its deployment, or of a parent the cause that its children shared, for that is what tells it from others
 */
record Ended(String id, @Nullable String target, List<String> services) {
    Ended {
        services = List.copyOf(services);
    }

    static Ended of(CaseFile file) {
        return new Ended(
                file.incident().id(),
                file.common() == null ? file.incident().target() : file.common().cause(),
                file.incident().services());
    }

    boolean same(@Nullable String otherTarget, String service) {
        return Objects.equals(target, otherTarget) && (target != null || services.contains(service));
    }
}
