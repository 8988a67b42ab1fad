package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.MergeState;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.Sighting;
import java.time.Instant;
import java.util.Optional;

/**
 * Assignment of log lines to deployments that the lines do not name: by a name that a finding explained, or by the
 * deployment that the service uses.
 */
public final class TargetBinder {
    private final EngineSettings settings;
    private final SightingHandler sightings;
    private final MergeHandler merges;

    public TargetBinder(EngineSettings settings, SightingHandler sightings, MergeHandler merges) {
        this.settings = settings;
        this.sightings = sightings;
        this.merges = merges;
    }

    /** Returns the sighting as it counts in this site; empty if it was written to another site. */
    public Optional<Sighting> resolve(SiteTransaction transaction, Sighting sighting) {
        if (!Sighting.isOfService(sighting.site())) {
            return Optional.of(transaction.aliases().resolved(sighting));
        }
        if (sighting.target() != null || sighting.unplaced()) {
            return Optional.of(sighting);
        }
        MergeState.Adopter bound = bind(transaction).orElse(null);
        if (bound == null) {
            return Optional.of(sighting);
        }
        transaction.write(sighting.of(bound.site(), bound.target()));
        return Optional.empty();
    }

    /** Records a deployment that the service uses. */
    public void handle(SiteTransaction transaction, Hint hint) {
        String target = hint.target();
        String site = hint.targetSite();
        boolean here = hint.kind() == Hint.Kind.DEPLOYMENT && Sighting.isOfService(hint.site());
        if (here && target != null && site != null && !Sighting.isOfService(site)) {
            transaction.bindings().record(target, site, hint);
            bind(transaction);
        }
    }

    /** Returns the deployment of the service's lines without a host, and hands over what was counted or buffered for it. */
    private Optional<MergeState.Adopter> bind(SiteTransaction transaction) {
        transaction.retire();
        Optional<IncidentState> own = own(transaction);
        Optional<MergeState.Adopter> bound = own.map(file -> file.merge().by()).or(() -> boundTarget(transaction, own));
        bound.ifPresent(adopter -> {
            transaction
                    .noise()
                    .takeIf(seen -> !seen.sighting().unplaced())
                    .forEach(seen -> transaction.write(seen.sighting().of(adopter.site(), adopter.target())));
            own.filter(file -> file.merge().by() == null).ifPresent(file -> handOver(transaction, file, adopter));
        });
        return bound;
    }

    private static Optional<IncidentState> own(SiteTransaction transaction) {
        return transaction.incidents().all().stream()
                .filter(file -> file.open() && !file.isOverflowIncident())
                .findFirst();
    }

    /** Returns the only deployment of the service, or the only one with errors since its incident opened. */
    private Optional<MergeState.Adopter> boundTarget(SiteTransaction transaction, Optional<IncidentState> own) {
        Instant since = own.map(file -> file.incident().openedAt())
                .orElse(transaction.at())
                .minus(settings.resolution().quiet());
        return transaction
                .bindings()
                .only(since)
                .map(binding -> new MergeState.Adopter(binding.site(), binding.target()));
    }

    private static void handOver(SiteTransaction transaction, IncidentState file, MergeState.Adopter adopter) {
        IncidentEditor editor = transaction.incidents().edit(file);
        if (file.merge().stays()) {
            editor.timeline().addIfNew(TimelineKind.NOT_MERGED, Params.of("target", adopter.target()));
        } else {
            editor.requestMerge(adopter);
            editor.note(TimelineKind.MERGE_REQUESTED, Params.of("target", adopter.target()));
            transaction.write(MergeHandler.request(file, adopter));
        }
    }

    /** Learns the deployments of names from a finding, and merges the incidents of such names. */
    public void learn(SiteTransaction transaction, Finding finding) {
        if (!transaction.aliases().learn(finding.target(), finding.facts())) {
            return;
        }
        for (IncidentState file : transaction.incidents().all()) {
            if (file.open() && !file.isOverflowIncident() && file.incident().target() == null) {
                transaction
                        .aliases()
                        .targetOf(file.logs().captures().host(), file.nodes())
                        .ifPresent(target -> merges.mergeHere(transaction, file, target));
            }
        }
        transaction
                .noise()
                .takeIf(seen -> seen.sighting().target() == null
                        && transaction.aliases().resolved(seen.sighting()).target() != null)
                .forEach(seen ->
                        sightings.handle(transaction, transaction.aliases().resolved(seen.sighting())));
    }
}
