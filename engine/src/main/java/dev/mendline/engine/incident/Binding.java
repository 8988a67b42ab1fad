package dev.mendline.engine.incident;

import dev.mendline.model.Adopted;
import dev.mendline.model.Finding;
import dev.mendline.model.Hint;
import dev.mendline.model.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Finds out of which deployment a line is that does not tell it: by a name that a finding of its site has explained, or,
 * where it names none, by what its service talks to. What is known then goes on as if it had been known from the start.
 */
final class Binding {
    private final EngineSettings settings;
    private final Intake intake;
    private final Takeovers takeovers;

    Binding(EngineSettings settings, Intake intake, Takeovers takeovers) {
        this.settings = settings;
        this.intake = intake;
        this.takeovers = takeovers;
    }

    /** The sighting as it counts in this site; empty when it has gone on to another one. */
    Optional<Sighting> here(Turn turn, Sighting sighting) {
        if (!Sighting.isOfService(sighting.site())) {
            return Optional.of(turn.aliases.resolved(sighting));
        }
        if (sighting.target() != null || sighting.unplaced()) {
            return Optional.of(sighting);
        }
        Takeover.Adopter bound = settle(turn).orElse(null);
        if (bound == null) {
            return Optional.of(sighting);
        }
        turn.write(sighting.of(bound.site(), bound.target()));
        return Optional.empty();
    }

    /** What the service talks to. */
    void hear(Turn turn, Hint hint) {
        String target = hint.target();
        String site = hint.targetSite();
        boolean here = hint.kind() == Hint.Kind.DEPLOYMENT && Sighting.isOfService(hint.site());
        if (here && target != null && site != null && !Sighting.isOfService(site)) {
            turn.talks.hear(target, site, hint);
            settle(turn);
        }
    }

    /** The deployment that the service's lines without a host mean; what had waited for it goes there too. */
    private Optional<Takeover.Adopter> settle(Turn turn) {
        turn.forget();
        Optional<CaseFile> own = own(turn);
        Optional<Takeover.Adopter> bound = own.map(file -> file.takeover().by()).or(() -> meant(turn, own));
        bound.ifPresent(adopter -> {
            turn.watch
                    .takeIf(seen -> !seen.sighting().unplaced())
                    .forEach(seen -> turn.write(seen.sighting().of(adopter.site(), adopter.target())));
            own.filter(file -> file.takeover().by() == null).ifPresent(file -> handOver(turn, file, adopter));
        });
        return bound;
    }

    private static Optional<CaseFile> own(Turn turn) {
        return turn.cases.stream()
                .filter(file -> file.open() && file.overflow() == null)
                .findFirst();
    }

    /** While it could not be told, all that was in trouble since may be what the lines meant. */
    private Optional<Takeover.Adopter> meant(Turn turn, Optional<CaseFile> own) {
        Instant since =
                own.map(file -> file.incident().openedAt()).orElse(turn.at).minus(settings.quiet());
        return turn.talks.only(since).map(talk -> new Takeover.Adopter(talk.site(), talk.target()));
    }

    private static void handOver(Turn turn, CaseFile file, Takeover.Adopter adopter) {
        Draft draft = Draft.of(file);
        if (file.takeover().stays()) {
            draft.timeline.noteNew(
                    turn.at,
                    "not merged into what " + adopter.target()
                            + " has, for lines are counted here that name other hosts");
        } else {
            draft.takeover = draft.takeover.askedOf(adopter);
            draft.timeline.note(
                    turn.at, "its deployment is " + adopter.target() + ", whose incident is to take it over");
            turn.write(Takeovers.asked(file, adopter));
        }
        turn.file(draft, false);
    }

    /** The other site has taken it over. */
    void ended(Turn turn, Adopted adopted) {
        turn.byId(adopted.incident())
                .filter(file -> !file.merged())
                .filter(file -> file.takeover().by() != null
                        && file.takeover().by().target().equals(adopted.target()))
                .ifPresent(file -> {
                    Draft draft = Draft.of(file);
                    Takeovers.end(draft, turn.at, adopted.into(), adopted.target());
                    turn.file(draft, true);
                });
    }

    /** What a finding tells of names that hid their deployment. */
    void learn(Turn turn, Finding finding) {
        if (!turn.aliases.learn(finding.target(), finding.facts())) {
            return;
        }
        for (CaseFile file : List.copyOf(turn.cases)) {
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
