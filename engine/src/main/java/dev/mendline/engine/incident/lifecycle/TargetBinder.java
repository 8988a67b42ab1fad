package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.Aliases;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.BufferedSighting;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.MergeState;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Assignment of log lines to deployments that the lines do not name: by a name that a finding explained, or by the
 * deployment that the service uses.
 */
public record TargetBinder(EngineSettings settings, SightingHandler sightings, MergeHandler merges) {
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
        transaction.write(sighting.boundTo(bound.site(), bound.target()));
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
        Optional<IncidentState> own = transaction.incidents().all().stream()
                .filter(known -> known.open() && !known.isOverflowIncident())
                .findFirst();
        Instant opened = own.map(known -> known.incident().openedAt()).orElse(transaction.at());
        Optional<MergeState.Adopter> asked = own.map(known -> known.merge().by());
        Optional<MergeState.Adopter> bound = asked.or(() -> {
            Instant since = opened.minus(settings.resolution().quiet());
            return transaction.bindings().only(since).map(each -> new MergeState.Adopter(each.site(), each.target()));
        });
        bound.ifPresent(adopter -> {
            List<BufferedSighting> buffered =
                    transaction.noise().takeIf(seen -> !seen.sighting().unplaced());
            buffered.forEach(seen -> transaction.write(seen.sighting().boundTo(adopter.site(), adopter.target())));
            if (asked.isEmpty()) {
                own.ifPresent(known -> handOver(transaction, known, adopter));
            }
        });
        return bound;
    }

    private static void handOver(SiteTransaction transaction, IncidentState known, MergeState.Adopter adopter) {
        IncidentEditor editor = transaction.incidents().edit(known);
        if (known.merge().stays()) {
            editor.timeline().addIfNew(TimelineKind.NOT_MERGED, Params.of("target", adopter.target()));
        } else {
            editor.requestMerge(adopter);
            editor.note(TimelineKind.MERGE_REQUESTED, Params.of("target", adopter.target()));
            transaction.write(MergeHandler.request(known, adopter));
        }
    }

    /** Learns the deployments of names from a finding, and merges the incidents of such names. */
    public void learn(SiteTransaction transaction, Finding finding) {
        if (!transaction.aliases().learn(finding.target(), finding.facts())) {
            return;
        }
        Aliases aliases = transaction.aliases();
        for (IncidentState known : transaction.incidents().all()) {
            if (known.open() && !known.isOverflowIncident() && known.incident().target() == null) {
                aliases.targetOf(known.logs().captures().host(), known.nodes())
                        .ifPresent(target -> merges.mergeHere(transaction, known, target));
            }
        }
        List<BufferedSighting> resolved = transaction
                .noise()
                .takeIf(seen -> seen.sighting().target() == null
                        && aliases.resolved(seen.sighting()).target() != null);
        resolved.forEach(seen -> sightings.handle(transaction, aliases.resolved(seen.sighting())));
    }
}
