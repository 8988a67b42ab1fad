package dev.mendline.model.facts;

import dev.mendline.model.probe.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts from the Atlas administration API. */
public interface Atlas {
    /**
     * Deployment in the Atlas administration API.
     *
     * @param name cluster name in Atlas; null if not found
     * @param found false only if the project's clusters could be read and this one is missing; Atlas gives the same answer
     *     for an unreadable project as for a deleted one
     * @param state Atlas' {@code stateName}, e.g. {@code IDLE}, {@code CREATING}, {@code UPDATING}; null if unknown. A
     *     paused cluster is {@code IDLE} too
     * @param paused true if the cluster is paused
     * @param type e.g. {@code REPLICASET}, {@code SHARDED}, {@code GEOSHARDED}; null if unknown
     * @param tier e.g. {@code M0}, {@code FLEX}, {@code M10}; null if unknown
     * @param version MongoDB version; null if unknown
     * @param privateEndpoint true if the requested name uses a private endpoint
     * @param optimized true if the requested name is one of the optimized names
     * @param optimizedSrv names of its optimized {@code mongodb+srv} strings, at most 20; they reach a sharded cluster
     *     through a private endpoint's load balancer
     */
    record ClusterFacts(
            @Nullable String name,
            boolean found,
            @Nullable String state,
            boolean paused,
            @Nullable String type,
            @Nullable String tier,
            @Nullable String version,
            boolean privateEndpoint,
            boolean optimized,
            List<String> optimizedSrv)
            implements Facts {
        public ClusterFacts {
            optimizedSrv = List.copyOf(optimizedSrv);
        }

        @Override
        public String summary() {
            return paused ? "paused" : String.valueOf(state);
        }
    }

    /**
     * Recent events of a deployment and of its project's network access, from Atlas' activity feed.
     *
     * @param since start of the period, RFC 3339
     * @param events events, the latest first, at most 20
     */
    record EventsFacts(String since, List<Event> events) implements Facts {
        /**
         * Entry of the activity feed, without its author.
         *
         * @param type Atlas' {@code eventTypeName}, e.g. {@code PRIMARY_ELECTED}, {@code NETWORK_PERMISSION_ENTRY_REMOVED}
         * @param at RFC 3339
         */
        public record Event(String type, String at) {}

        public EventsFacts {
            events = List.copyOf(events);
        }

        @Override
        public String summary() {
            return events.size() == 1 ? "1 event" : events.size() + " events";
        }
    }

    /**
     * Coverage of a zone's addresses by the IP access list of a deployment's project.
     *
     * @param egress zone's addresses that were checked
     * @param missing addresses that no entry covers
     * @param covered true if an active entry covers each address
     * @param entry entry that covers an address and is not active, else the entry that covers the first address; null if
     *     there is none
     * @param status status of that entry: Atlas' {@code ACTIVE}, {@code PENDING} or {@code FAILED}, or {@code EXPIRED}
     *     after its end; null if there is none
     * @param deleteAfter end of that entry, RFC 3339; null unless it is temporary
     * @param entries number of entries; Atlas allows 200
     * @param securityGroups true if the list contains security groups, whose members cannot be determined from outside
     */
    record AccessListFacts(
            List<String> egress,
            List<String> missing,
            boolean covered,
            @Nullable String entry,
            @Nullable String status,
            @Nullable String deleteAfter,
            int entries,
            boolean securityGroups)
            implements Facts {
        public AccessListFacts {
            egress = List.copyOf(egress);
            missing = List.copyOf(missing);
        }

        @Override
        public String summary() {
            return entries == 1 ? "1 entry" : entries + " entries";
        }
    }

    /**
     * Database user in Atlas, without its name: the user whose logins from the zone fail, else the configured one.
     *
     * @param failing true if this user's logins fail according to Atlas, so that the facts apply to the service
     * @param found false only if the project's users could be read and this one is missing
     * @param authSource database that defines the user
     * @param inScope true if the user may access this cluster
     * @param scopes clusters to which the user is limited, at most 20; empty if not limited
     * @param deleteAfter end of the user, RFC 3339; null unless temporary
     * @param expired true if that time has passed
     * @param changePending true if a change of users is not yet deployed to this cluster
     * @param mechanism login method, e.g. {@code SCRAM}, {@code X509}, {@code AWS_IAM}; null if unknown
     */
    record UserFacts(
            boolean failing,
            boolean found,
            @Nullable String authSource,
            boolean inScope,
            List<String> scopes,
            @Nullable String deleteAfter,
            boolean expired,
            boolean changePending,
            @Nullable String mechanism)
            implements Facts {
        public UserFacts {
            scopes = List.copyOf(scopes);
        }

        @Override
        public String summary() {
            return found ? "found" : "not found";
        }
    }

    /**
     * Recent logins at a deployment, from Atlas' database access history; shared and Flex clusters have none.
     *
     * @param since start of the period, RFC 3339
     * @param fromEgress true if only logins from the zone's own addresses are counted, so that they are the service's
     * @param failed number of failed logins
     * @param succeeded number of successful logins
     * @param reasons distinct failure reasons, at most 10; only the first word ({@code AuthenticationFailed}, {@code
     *     UserNotFound}), because the rest names the user
     * @param authSources distinct authentication databases of failed logins, at most 10
     * @param lastFailed time of the last failed login, RFC 3339; null if none failed
     */
    record LoginsFacts(
            String since,
            boolean fromEgress,
            int failed,
            int succeeded,
            List<String> reasons,
            List<String> authSources,
            @Nullable String lastFailed)
            implements Facts {
        public LoginsFacts {
            reasons = List.copyOf(reasons);
            authSources = List.copyOf(authSources);
        }

        @Override
        public String summary() {
            return succeeded + " logins, " + failed + " refused";
        }
    }

    /**
     * Connections of a deployment's nodes, measured by Atlas once a minute: the maximum of the last ten minutes at the
     * busiest node.
     *
     * @param busiest node with the most connections; null if Atlas measured none
     * @param current open connections at that node
     * @param limit connection limit of this tier; null if the tier is unknown
     * @param percent percentage of the limit, 0–100, from Atlas or computed; 0 if unknown
     * @param newPerSecond largest increase of open connections at one node within a minute, per second, rounded up; a lower
     *     bound of new connections
     * @param tier e.g. {@code M10}; null if unknown
     */
    record ConnectionsFacts(
            @Nullable Node busiest,
            long current,
            @Nullable Integer limit,
            int percent,
            int newPerSecond,
            @Nullable String tier)
            implements Facts {
        @Override
        public String summary() {
            return percent + " % of connections in use (" + current + " open)";
        }
    }

    /**
     * Private endpoints of a deployment's project.
     *
     * @param endpoints at most 20, unavailable ones first
     */
    record PrivateEndpointFacts(List<PrivateEndpoint> endpoints) implements Facts {
        /**
         * Private endpoint.
         *
         * @param provider {@code AWS}, {@code AZURE} or {@code GCP}
         * @param region region in the provider's words
         * @param service state of Atlas' side, e.g. {@code AVAILABLE}; null if unknown
         * @param status state of the customer's side, e.g. {@code AVAILABLE}, {@code REJECTED}; null if unknown
         * @param error error message from Atlas; null if there is none
         * @param available true if both sides are available
         */
        public record PrivateEndpoint(
                String provider,
                @Nullable String region,
                @Nullable String service,
                @Nullable String status,
                @Nullable String error,
                boolean available) {}

        public PrivateEndpointFacts {
            endpoints = List.copyOf(endpoints);
        }

        @Override
        public String summary() {
            return endpoints.size() == 1 ? "1 private endpoint" : endpoints.size() + " private endpoints";
        }
    }
}
