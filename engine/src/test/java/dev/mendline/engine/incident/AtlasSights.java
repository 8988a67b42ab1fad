package dev.mendline.engine.incident;

import dev.mendline.engine.incident.ScenarioWorld.Sight;
import dev.mendline.model.facts.Atlas;
import dev.mendline.model.facts.Atlas.PrivateEndpointFacts.PrivateEndpoint;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.facts.ProbeKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Atlas has on its books of the deployment c.ab1cd.mongodb.net, a replica set of tier M30. */
final class AtlasSights {
    static final String EGRESS = "203.0.113.7";

    private static final String SINCE = "2026-11-22T09:00:00Z";

    private AtlasSights() {}

    /** All is well. */
    static Map<String, Sight> well() {
        return Stream.of(
                        cluster("IDLE", false),
                        events(),
                        accessList("ACTIVE"),
                        user(true, true, false, false),
                        logins(0, true),
                        connections("M30", 12, 0),
                        endpoints())
                .collect(Collectors.toMap(AtlasSights::probe, Sight::pass));
    }

    static String probe(@Nullable Facts facts) {
        return Arrays.stream(ProbeKind.values())
                .filter(kind -> kind.facts().isInstance(facts))
                .findFirst()
                .orElseThrow()
                .id();
    }

    static Atlas.ClusterFacts cluster(String state, boolean paused) {
        return new Atlas.ClusterFacts("c", true, state, paused, "REPLICASET", "M30", "8.0.4", false, false, List.of());
    }

    static Atlas.ClusterFacts gone() {
        return new Atlas.ClusterFacts(null, false, null, false, null, null, null, false, false, List.of());
    }

    static Atlas.ClusterFacts sharded(boolean privateEndpoint, boolean optimized, String... optimizedSrv) {
        return new Atlas.ClusterFacts(
                "c", true, "IDLE", false, "SHARDED", "M30", "8.0.4", privateEndpoint, optimized, List.of(optimizedSrv));
    }

    static Atlas.EventsFacts events(String... types) {
        return new Atlas.EventsFacts(
                SINCE,
                Stream.of(types)
                        .map(type -> new Atlas.EventsFacts.Event(type, "2026-11-22T09:59:30Z"))
                        .toList());
    }

    /** An entry of this status that covers the zone's address; null for none. */
    static Atlas.AccessListFacts accessList(@Nullable String status) {
        return new Atlas.AccessListFacts(
                List.of(EGRESS),
                status == null ? List.of(EGRESS) : List.of(),
                "ACTIVE".equals(status),
                status == null ? null : "203.0.113.0/24",
                status,
                null,
                3,
                false);
    }

    static Atlas.AccessListFacts securityGroups() {
        return new Atlas.AccessListFacts(List.of(EGRESS), List.of(EGRESS), false, null, null, null, 3, true);
    }

    static Atlas.UserFacts user(boolean failing, boolean inScope, boolean expired, boolean changePending) {
        return new Atlas.UserFacts(failing, true, "admin", inScope, List.of(), null, expired, changePending, "SCRAM");
    }

    static Atlas.UserFacts nobody() {
        return new Atlas.UserFacts(true, false, "admin", false, List.of(), null, false, false, null);
    }

    static Atlas.LoginsFacts logins(int failed, boolean fromEgress) {
        return new Atlas.LoginsFacts(
                SINCE,
                fromEgress,
                failed,
                4,
                failed == 0 ? List.of() : List.of("AuthenticationFailed"),
                List.of("admin"),
                null);
    }

    /** Of a node that takes 3,000. */
    static Atlas.ConnectionsFacts connections(String tier, long current, int newPerSecond) {
        return new Atlas.ConnectionsFacts(
                Sights.PRIMARY, current, 3_000, (int) (100 * current / 3_000), newPerSecond, tier);
    }

    static Atlas.PrivateEndpointFacts endpoints(Boolean... available) {
        Function<Boolean, PrivateEndpoint> endpoint = each ->
                new PrivateEndpoint("AWS", "eu-central-1", "AVAILABLE", each ? "AVAILABLE" : "REJECTED", null, each);
        return new Atlas.PrivateEndpointFacts(Stream.of(available).map(endpoint).toList());
    }
}
