package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.editor.Opening;
import dev.mendline.engine.incident.site.ConnectionRates;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.ConnectionSeries;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.timeline.NameList;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Detector of connection spikes: several services at once make, or fail to make, many more connections to a deployment than
 * usual. No log line shows that symptom.
 */
public final class SpikeDetector {
    /** A spike within so long after the last one was excused is of the same election. */
    private static final Duration ELECTION = Duration.ofMinutes(5);

    private static final int NAMED = 5;

    private final Catalog catalog;
    private final EngineSettings settings;
    private final SightingHandler sightings;
    private final boolean known;

    public SpikeDetector(Catalog catalog, EngineSettings settings, SightingHandler sightings) {
        this.catalog = catalog;
        this.settings = settings;
        this.sightings = sightings;
        this.known = catalog.symptom(Opening.SPIKE).isPresent();
    }

    /** Counts connections. */
    public void handle(SiteTransaction transaction, Hint hint) {
        String target = hint.target();
        if (known && hint.kind() == Hint.Kind.CONNECTION && target != null && !isOld(transaction, hint.at())) {
            if (hint.peer() == null) {
                transaction
                        .connections()
                        .count(target, ConnectionSeries.Kind.CONNECTIONS, hint.service(), hint.count());
            } else {
                transaction.connections().count(target, ConnectionSeries.Kind.PEER, hint.peer(), hint.count());
            }
            judge(transaction, target, spike(transaction, hint.site(), target, hint.service(), hint.zone()));
        }
    }

    /** Counts failed connections, and records that a service has no primary. */
    public void handle(SiteTransaction transaction, Sighting sighting) {
        String target = sighting.target();
        Symptom.Category counts =
                catalog.symptom(sighting.symptom()).map(Symptom::countsAs).orElse(null);
        if (!known || counts == null || target == null || isOld(transaction, sighting.at())) {
            return;
        }
        if (counts == Symptom.Category.ELECTION) {
            transaction.connections().elected(target);
        } else {
            transaction.connections().count(target, ConnectionSeries.Kind.ERRORS, sighting.service(), sighting.count());
            judge(
                    transaction,
                    target,
                    spike(transaction, sighting.site(), target, sighting.service(), sighting.zone()));
        }
    }

    private boolean isOld(SiteTransaction transaction, Instant logged) {
        return logged.isBefore(transaction.at().minus(settings.timing().historicalAfter()));
    }

    /** Returns a spike as a sighting of low severity; services that suffer from it log more. */
    private Sighting spike(SiteTransaction transaction, String site, String target, String service, String zone) {
        return Sighting.derived(Opening.SPIKE, site, target, service, zone, 1, transaction.at(), catalog.hash(), true);
    }

    private void judge(SiteTransaction transaction, String target, Sighting spike) {
        ConnectionRates connections = transaction.connections();
        List<ConnectionSeries.Increase> rises = connections.hasSpike(target) ? List.of() : connections.rising(target);
        if (rises.isEmpty()) {
            return;
        }
        if (connections.electing(target)) {
            ignore(transaction, spike, rises);
        } else {
            boolean begins = connections.begins(target);
            sightings.handle(transaction, spike);
            if (begins) {
                record(transaction, spike, rises);
            }
        }
    }

    private void record(SiteTransaction transaction, Sighting spike, List<ConnectionSeries.Increase> rises) {
        transaction.incidents().of(spike).filter(IncidentState::open).ifPresent(incident -> {
            IncidentEditor editor = transaction.incidents().edit(incident);
            editor.affected()
                    .addServices(rises.stream()
                            .filter(rise -> rise.kind() != ConnectionSeries.Kind.PEER)
                            .map(ConnectionSeries.Increase::source)
                            .toList());
            editor.note(
                    TimelineKind.CONNECTION_SPIKE,
                    params(rises)
                            .and("factor", settings.spikes().factor())
                            .and("minutes", settings.spikes().window().toMinutes())
                            .and("services", settings.spikes().services()));
            editor.revision().publish();
        });
    }

    /** Records once for each election that its connections are no spike. */
    private static void ignore(SiteTransaction transaction, Sighting spike, List<ConnectionSeries.Increase> rises) {
        transaction.incidents().of(spike).ifPresent(incident -> {
            IncidentEditor editor = transaction.incidents().edit(incident);
            if (!editor.timeline().hasSince(transaction.at().minus(ELECTION), TimelineKind.SPIKE_IGNORED)) {
                editor.note(TimelineKind.SPIKE_IGNORED, params(rises));
            }
        });
    }

    /** Addresses are the user's own, so only their number is recorded. */
    private static Params params(List<ConnectionSeries.Increase> rises) {
        List<ConnectionSeries.Increase> peers = of(ConnectionSeries.Kind.PEER, rises);
        long usual = peers.stream().mapToLong(ConnectionSeries.Increase::usual).sum();
        long now = peers.stream().mapToLong(ConnectionSeries.Increase::now).sum();
        return Params.of("connections", named(of(ConnectionSeries.Kind.CONNECTIONS, rises)))
                .and("errors", named(of(ConnectionSeries.Kind.ERRORS, rises)))
                .and("addresses", peers.isEmpty() ? null : peers.size())
                .and("address-connections", peers.isEmpty() ? null : "from " + usual + " to " + now);
    }

    private static List<ConnectionSeries.Increase> of(
            ConnectionSeries.Kind kind, List<ConnectionSeries.Increase> rises) {
        return rises.stream().filter(rise -> rise.kind() == kind).toList();
    }

    private static @Nullable String named(List<ConnectionSeries.Increase> alike) {
        String names =
                NameList.of(alike.stream().map(ConnectionSeries.Increase::words).toList(), NAMED);
        return alike.isEmpty() ? null : alike.size() > NAMED ? names + " services" : names;
    }
}
