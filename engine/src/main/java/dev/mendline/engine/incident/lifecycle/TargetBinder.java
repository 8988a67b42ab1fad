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
import dev.mendline.model.journal.MergeResult;
import dev.mendline.model.journal.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds out of which deployment a line is that does not tell it: by a name that a finding of its site has explained, or,
 * where it names none, by what its service talks to. What is known then goes on as if it had been known from the start.
 */
public final class TargetBinder {
    private final EngineSettings settings;
    private final SightingHandler intake;
    private final MergeHandler takeovers;

    public TargetBinder(EngineSettings settings, SightingHandler intake, MergeHandler takeovers) {
        this.settings = settings;
        this.intake = intake;
        this.takeovers = takeovers;
    }

    /** The sighting as it counts in this site; empty when it has gone on to another one. */
    public Optional<Sighting> here(SiteTransaction turn, Sighting sighting) {
        if (!Sighting.isOfService(sighting.site())) {
            return Optional.of(turn.aliases.resolved(sighting));
        }
        if (sighting.target() != null || sighting.unplaced()) {
            return Optional.of(sighting);
        }
        MergeState.Adopter bound = settle(turn).orElse(null);
        if (bound == null) {
            return Optional.of(sighting);
        }
        turn.write(sighting.of(bound.site(), bound.target()));
        return Optional.empty();
    }

    /** What the service talks to. */
    public void hear(SiteTransaction turn, Hint hint) {
        String target = hint.target();
        String site = hint.targetSite();
        boolean here = hint.kind() == Hint.Kind.DEPLOYMENT && Sighting.isOfService(hint.site());
        if (here && target != null && site != null && !Sighting.isOfService(site)) {
            turn.talks.hear(target, site, hint);
            settle(turn);
        }
    }

    /** The deployment that the service's lines without a host mean; what had waited for it goes there too. */
    private Optional<MergeState.Adopter> settle(SiteTransaction turn) {
        turn.forget();
        Optional<IncidentState> own = own(turn);
        Optional<MergeState.Adopter> bound =
                own.map(file -> file.takeover().by()).or(() -> meant(turn, own));
        bound.ifPresent(adopter -> {
            turn.watch
                    .takeIf(seen -> !seen.sighting().unplaced())
                    .forEach(seen -> turn.write(seen.sighting().of(adopter.site(), adopter.target())));
            own.filter(file -> file.takeover().by() == null).ifPresent(file -> handOver(turn, file, adopter));
        });
        return bound;
    }

    private static Optional<IncidentState> own(SiteTransaction turn) {
        return turn.cases.stream()
                .filter(file -> file.open() && file.overflow() == null)
                .findFirst();
    }

    /** While it could not be told, all that was in trouble since may be what the lines meant. */
    private Optional<MergeState.Adopter> meant(SiteTransaction turn, Optional<IncidentState> own) {
        Instant since =
                own.map(file -> file.incident().openedAt()).orElse(turn.at).minus(settings.resolution().quiet());
        return turn.talks.only(since).map(talk -> new MergeState.Adopter(talk.site(), talk.target()));
    }

    private static void handOver(SiteTransaction turn, IncidentState file, MergeState.Adopter adopter) {
        IncidentEditor draft = IncidentEditor.of(file);
        if (file.takeover().stays()) {
            draft.timeline.addIfNew(turn.at, TimelineKind.NOT_MERGED, Params.of("target", adopter.target()));
        } else {
            draft.takeover = draft.takeover.askedOf(adopter);
            draft.timeline.add(turn.at, TimelineKind.MERGE_REQUESTED, Params.of("target", adopter.target()));
            turn.write(MergeHandler.asked(file, adopter));
        }
        turn.file(draft, false);
    }

    /** The other site has taken it over. */
    public void ended(SiteTransaction turn, MergeResult adopted) {
        turn.byId(adopted.incident())
                .filter(file -> !file.merged())
                .filter(file -> file.takeover().by() != null
                        && file.takeover().by().target().equals(adopted.target()))
                .ifPresent(file -> {
                    IncidentEditor draft = IncidentEditor.of(file);
                    MergeHandler.end(draft, turn.at, adopted.into(), adopted.target());
                    turn.file(draft, true);
                });
    }

    /** What a finding tells of names that hid their deployment. */
    public void learn(SiteTransaction turn, Finding finding) {
        if (!turn.aliases.learn(finding.target(), finding.facts())) {
            return;
        }
        for (IncidentState file : List.copyOf(turn.cases)) {
            if (file.open() && file.overflow() == null && file.incident().target() == null) {
                turn.aliases
                        .targetOf(file.captures().host(), file.nodes())
                        .ifPresent(target -> takeovers.within(turn, file, target));
            }
        }
        turn.watch
                .takeIf(seen -> seen.sighting().target() == null
                        && turn.aliases.resolved(seen.sighting()).target() != null)
                .forEach(seen -> intake.take(turn, turn.aliases.resolved(seen.sighting())));
    }
}
