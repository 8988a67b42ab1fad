package dev.mendline.engine.incident.advice;

import dev.mendline.engine.incident.timeline.NameList;
import dev.mendline.model.facts.Atlas;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Placeholder values from the facts of Atlas. */
record AtlasValues(RankedFindings findings) {
    private static final int SHOWN = 3;

    /** Returns the value of a placeholder; empty if it is not known. */
    Optional<?> value(String name) {
        return switch (name) {
            case "egress" -> egress();
            case "entry" -> accessList().flatMap(AtlasValues::entry);
            case "tier" -> connections().map(Atlas.ConnectionsFacts::tier);
            case "rate" -> connections().map(Atlas.ConnectionsFacts::newPerSecond);
            case "logins" -> logins();
            case "events" -> events();
            case "endpoint" -> endpoint();
            default -> Optional.empty();
        };
    }

    Optional<Atlas.ConnectionsFacts> connections() {
        return findings.facts(Atlas.ConnectionsFacts.class)
                .filter(facts -> facts.busiest() != null)
                .findFirst();
    }

    /** Returns the access list as the services' own zones see it, because another zone has other egress addresses. */
    private Optional<Atlas.AccessListFacts> accessList() {
        return findings.factsHere(Atlas.AccessListFacts.class).findFirst();
    }

    /** Returns the service's own addresses; if some are not on the access list, only those. */
    private Optional<String> egress() {
        return accessList()
                .map(facts -> facts.missing().isEmpty() ? facts.egress() : facts.missing())
                .filter(addresses -> !addresses.isEmpty())
                .map(addresses -> String.join(",", addresses));
    }

    private static Optional<String> entry(Atlas.AccessListFacts list) {
        String status = list.covered() || list.status() == null ? "" : ", " + list.status();
        return Optional.ofNullable(list.entry()).map(entry -> entry + status);
    }

    private Optional<String> logins() {
        return findings.factsHere(Atlas.LoginsFacts.class)
                .filter(facts -> facts.failed() > 0)
                .map(facts -> facts.failed() + " refused logins" + reasons(facts.reasons()))
                .findFirst();
    }

    private static String reasons(List<String> reasons) {
        return reasons.isEmpty() ? "" : " (" + NameList.of(reasons, SHOWN) + ")";
    }

    private Optional<String> events() {
        return findings.facts(Atlas.EventsFacts.class)
                .map(facts -> facts.events().stream()
                        .map(event -> event.type() + " at " + event.at())
                        .toList())
                .filter(events -> !events.isEmpty())
                .map(events -> NameList.of(events, SHOWN))
                .findFirst();
    }

    /** Returns the first endpoint that is not available. */
    private Optional<String> endpoint() {
        return findings.facts(Atlas.PrivateEndpointFacts.class)
                .flatMap(facts -> facts.endpoints().stream())
                .filter(endpoint -> !endpoint.available())
                .map(AtlasValues::words)
                .findFirst();
    }

    private static String words(Atlas.PrivateEndpointFacts.PrivateEndpoint endpoint) {
        return Stream.of(
                        endpoint.provider(), endpoint.region(), endpoint.service(), endpoint.status(), endpoint.error())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
