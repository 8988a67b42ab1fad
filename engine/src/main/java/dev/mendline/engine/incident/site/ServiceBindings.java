package dev.mendline.engine.incident.site;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.engine.incident.timeline.NameList;
import dev.mendline.model.journal.Hint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Deployments that a service uses, in the site of that service. They expire after {@link
 * EngineSettings.Correlation#bindingLasts}. Beyond {@value Bounds#SERVICE_BINDINGS} the one that was seen least recently
 * is removed.
 */
public final class ServiceBindings {
    private static final int NAMED = 5;

    private final EngineSettings settings;
    private final List<SiteState.ServiceBinding> known;
    private final Instant at;

    ServiceBindings(EngineSettings settings, List<SiteState.ServiceBinding> before, Instant at) {
        this.settings = settings;
        this.at = at;
        this.known = new ArrayList<>(before);
        known.removeIf(binding -> past(binding.lastSeen()));
    }

    List<SiteState.ServiceBinding> kept() {
        return List.copyOf(known);
    }

    private boolean past(Instant seen) {
        return !seen.plus(settings.correlation().bindingLasts()).isAfter(at);
    }

    /** Records that the service uses a deployment. The time is that of the line, but not later than the journal's. */
    public void record(String target, String site, Hint hint) {
        Instant seen = hint.at().isAfter(at) ? at : hint.at();
        if (past(seen)) {
            return;
        }
        SiteState.ServiceBinding binding = known.stream()
                .filter(each -> each.target().equals(target))
                .findFirst()
                .orElse(new SiteState.ServiceBinding(target, site, seen, seen, null));
        known.removeIf(each -> each.target().equals(target));
        known.add(binding.seen(site, seen, hint.sighted()));
        if (known.size() > Bounds.SERVICE_BINDINGS) {
            known.stream()
                    .min(Comparator.comparing(SiteState.ServiceBinding::lastSeen))
                    .ifPresent(known::remove);
        }
    }

    /** Returns the deployment of lines without a host: the only one, or the only one with errors since then. */
    public Optional<SiteState.ServiceBinding> only(Instant since) {
        if (known.size() <= 1) {
            return known.stream().findFirst();
        }
        List<SiteState.ServiceBinding> troubled =
                known.stream().filter(binding -> binding.sightedSince(since)).toList();
        return troubled.size() == 1 ? Optional.of(troubled.get(0)) : Optional.empty();
    }

    /** Returns the names of several deployments between which a line without a host does not decide. */
    public Optional<String> unclear() {
        return known.size() < 2
                ? Optional.empty()
                : Optional.of(NameList.of(
                        known.stream()
                                .map(SiteState.ServiceBinding::target)
                                .sorted()
                                .toList(),
                        NAMED));
    }
}
