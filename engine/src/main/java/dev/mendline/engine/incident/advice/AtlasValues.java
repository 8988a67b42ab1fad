package dev.mendline.engine.incident.advice;

import dev.mendline.model.facts.Atlas;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Placeholder values from the facts of Atlas. */
final class AtlasValues {
    private static final int FEW = 3;

    private final RankedFindings seen;

    AtlasValues(RankedFindings seen) {
        this.seen = seen;
    }

    /** The service's own addresses; of several those that no entry of the access list covers. */
    @Nullable
    String egress() {
        return accessList()
                .map(facts -> facts.missing().isEmpty() ? facts.egress() : facts.missing())
                .filter(addresses -> !addresses.isEmpty())
                .map(addresses -> String.join(",", addresses))
                .orElse(null);
    }

    @Nullable
    String entry() {
        return accessList().map(AtlasValues::told).orElse(null);
    }

    private static @Nullable String told(Atlas.AccessListFacts list) {
        String state = list.covered() ? null : list.status();
        return list.entry() == null || state == null ? list.entry() : list.entry() + " (" + state + ")";
    }

    /** From the services' own zones alone: another zone goes out by other addresses. */
    private Optional<Atlas.AccessListFacts> accessList() {
        return seen.factsHere(Atlas.AccessListFacts.class).findFirst();
    }

    Optional<Atlas.ConnectionsFacts> connections() {
        return seen.facts(Atlas.ConnectionsFacts.class)
                .filter(facts -> facts.busiest() != null)
                .findFirst();
    }

    @Nullable
    String tier() {
        return connections().map(Atlas.ConnectionsFacts::tier).orElse(null);
    }

    @Nullable
    String logins() {
        return seen.factsHere(Atlas.LoginsFacts.class)
                .filter(facts -> facts.failed() > 0)
                .map(facts -> facts.failed() + " refused logins"
                        + (facts.reasons().isEmpty() ? "" : " (" + listed(facts.reasons()) + ")"))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String events() {
        return seen.facts(Atlas.EventsFacts.class)
                .filter(facts -> !facts.events().isEmpty())
                .map(facts -> listed(facts.events().stream()
                        .map(event -> event.type() + " at " + event.at())
                        .toList()))
                .findFirst()
                .orElse(null);
    }

    /** The first that is not available. */
    @Nullable
    String endpoint() {
        return seen.facts(Atlas.PrivateEndpointFacts.class)
                .flatMap(facts -> facts.endpoints().stream())
                .filter(endpoint -> !endpoint.available())
                .map(AtlasValues::told)
                .findFirst()
                .orElse(null);
    }

    private static String told(Atlas.PrivateEndpointFacts.PrivateEndpoint endpoint) {
        return Stream.of(
                        endpoint.provider(), endpoint.region(), endpoint.service(), endpoint.status(), endpoint.error())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String listed(List<String> words) {
        String some = words.stream().limit(FEW).collect(Collectors.joining(", "));
        return words.size() > FEW ? some + " and " + (words.size() - FEW) + " more" : some;
    }
}
