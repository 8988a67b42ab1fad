package dev.mendline.engine.incident;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.model.Adopt;
import dev.mendline.model.Adopted;
import dev.mendline.model.Adoption;
import dev.mendline.model.Claim;
import dev.mendline.model.Command;
import dev.mendline.model.Finding;
import dev.mendline.model.Hint;
import dev.mendline.model.JournalPosition;
import dev.mendline.model.JournalRecord;
import dev.mendline.model.Sighting;
import dev.mendline.model.Tick;
import java.time.Instant;
import java.util.Optional;

/**
 * Folds a journal partition into incidents: {@code on(record, state)} gives the next state of the record's site and what
 * follows from it. Pure: the journal's broker time is its only clock.
 */
public final class IncidentEngine {
    private final EngineSettings settings;
    private final Intake intake;
    private final Answers answers;
    private final Ticks ticks;
    private final People people;
    private final Takeovers takeovers;
    private final Binding binding;
    private final Neighbourhood neighbourhood;
    private final Adoptions adoptions;
    private final Claimant claimant;
    private final Spikes spikes;

    public IncidentEngine(Catalog catalog, EngineSettings settings) {
        this.settings = settings;
        Planner planner = new Planner(settings);
        Review review = new Review(catalog, settings, planner);
        Flapping flapping = new Flapping(settings);
        this.intake = new Intake(catalog, settings, review, flapping);
        this.answers = new Answers(review);
        this.ticks = new Ticks(settings, planner, review, flapping, answers);
        this.takeovers = new Takeovers(intake);
        this.binding = new Binding(settings, intake, takeovers);
        this.spikes = new Spikes(catalog, settings, intake);
        this.people = new People(settings, new Recheck(settings, review));
        this.neighbourhood = new Neighbourhood(catalog, settings, flapping);
        this.adoptions = new Adoptions(review);
        this.claimant = new Claimant(catalog);
    }

    /**
     * Whether a tick of that time is to be given to the site: something is open or silenced, or ended long enough ago to be
     * forgotten.
     */
    public boolean needsTick(SiteState state, Instant at) {
        return state.needsTicks()
                || forgets(state).filter(due -> !at.isBefore(due)).isPresent();
    }

    /** When a site in which nothing is open has next something to forget. */
    public Optional<Instant> forgets(SiteState state) {
        return Graveyard.next(settings, state);
    }

    /**
     * One step.
     *
     * @param record what was read; a {@link Tick} is to be given to every site of its partition that {@linkplain
     *     #needsTick needs} it
     * @param position where it stands in the journal
     * @param at the broker's time of it
     * @param state the site's state before
     */
    public Step on(JournalRecord record, JournalPosition position, Instant at, SiteState state) {
        Turn turn = new Turn(state, position, at, settings);
        if (record instanceof Sighting sighting) {
            binding.here(turn, sighting).ifPresent(seen -> {
                intake.take(turn, seen);
                spikes.on(turn, seen);
            });
        } else if (record instanceof Finding finding) {
            if (answers.take(turn, finding)) {
                binding.learn(turn, finding);
            }
        } else if (record instanceof Command command) {
            people.on(turn, command);
        } else if (record instanceof Hint hint) {
            binding.hear(turn, hint);
            spikes.on(turn, hint);
        } else if (record instanceof Adopt adopt) {
            takeovers.on(turn, adopt);
        } else if (record instanceof Adopted adopted) {
            binding.ended(turn, adopted);
        } else if (record instanceof Tick) {
            ticks.pass(turn);
        } else if (record instanceof Claim claim) {
            neighbourhood.hear(turn, claim);
        } else if (record instanceof Adoption adoption) {
            adoptions.take(turn, adoption);
        }
        claimant.speak(turn, state);
        return turn.step();
    }
}
