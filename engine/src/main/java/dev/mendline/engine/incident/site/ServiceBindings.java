package dev.mendline.engine.incident.site;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.ServiceBinding;
import dev.mendline.model.journal.Hint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The deployments that a service is known to talk to, in the site of that service: at most {@value Bounds#SERVICE_BINDINGS}, of which the one
 * that was not heard of for longest is forgotten, as are all after {@link EngineSettings.Correlation#bindingLasts}.
 */
public final class ServiceBindings {
    private static final int NAMED = 5;

    private final EngineSettings settings;
    private final List<ServiceBinding> known;
    private final Instant at;

    ServiceBindings(EngineSettings settings, List<ServiceBinding> before, Instant at) {
        this.settings = settings;
        this.at = at;
        this.known = new ArrayList<>(before);
        known.removeIf(talk -> past(talk.lastSeen()));
    }

    List<ServiceBinding> kept() {
        return List.copyOf(known);
    }

    private boolean past(Instant seen) {
        return !seen.plus(settings.correlation().bindingLasts()).isAfter(at);
    }

    /** A line's own time does not go beyond the journal's. */
    public void hear(String target, String site, Hint hint) {
        Instant seen = hint.at().isAfter(at) ? at : hint.at();
        if (past(seen)) {
            return;
        }
        ServiceBinding talk = known.stream()
                .filter(each -> each.target().equals(target))
                .findFirst()
                .orElse(new ServiceBinding(target, site, seen, seen, null));
        known.removeIf(each -> each.target().equals(target));
        known.add(talk.heard(site, seen, hint.sighted()));
        if (known.size() > Bounds.SERVICE_BINDINGS) {
            known.stream().min(Comparator.comparing(ServiceBinding::lastSeen)).ifPresent(known::remove);
        }
    }

    /** The one that a line without a host means: the only one, or the only one with errors since then. */
    public Optional<ServiceBinding> only(Instant since) {
        if (known.size() <= 1) {
            return known.stream().findFirst();
        }
        List<ServiceBinding> troubled =
                known.stream().filter(talk -> talk.sightedSince(since)).toList();
        return troubled.size() == 1 ? Optional.of(troubled.get(0)) : Optional.empty();
    }

    /** Between which it could not be told, where there are several. */
    public Optional<String> unclear() {
        String more = known.size() > NAMED ? " and " + (known.size() - NAMED) + " more" : "";
        return known.size() < 2
                ? Optional.empty()
                : Optional.of(known.stream()
                                .map(ServiceBinding::target)
                                .sorted()
                                .limit(NAMED)
                                .collect(Collectors.joining(", "))
                        + more);
    }
}
