package dev.mendline.engine.incident;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.correlation.CorrelationPublisher;
import dev.mendline.engine.incident.correlation.CorrelationResultHandler;
import dev.mendline.engine.incident.correlation.CorrelationScope;
import dev.mendline.engine.incident.diagnosis.FindingHandler;
import dev.mendline.engine.incident.diagnosis.ProbePlanner;
import dev.mendline.engine.incident.diagnosis.Reassessment;
import dev.mendline.engine.incident.diagnosis.Recheck;
import dev.mendline.engine.incident.lifecycle.CommandHandler;
import dev.mendline.engine.incident.lifecycle.FlappingPolicy;
import dev.mendline.engine.incident.lifecycle.MergeHandler;
import dev.mendline.engine.incident.lifecycle.SightingHandler;
import dev.mendline.engine.incident.lifecycle.SpikeDetector;
import dev.mendline.engine.incident.lifecycle.TargetBinder;
import dev.mendline.engine.incident.lifecycle.TimeHandler;
import dev.mendline.engine.incident.site.Retention;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.site.Step;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.CorrelationClaim;
import dev.mendline.model.journal.CorrelationResult;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.MergeRequest;
import dev.mendline.model.journal.MergeResult;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.journal.Tick;
import dev.mendline.model.log.JournalPosition;
import java.time.Instant;
import java.util.Optional;

/**
 * Folds a journal partition into incidents: {@code on(record, state)} gives the next state of the record's site and what
 * follows from it. Pure: the journal's broker time is its only clock.
 */
public final class IncidentEngine {
    private final EngineSettings settings;
    private final SightingHandler intake;
    private final FindingHandler answers;
    private final TimeHandler ticks;
    private final CommandHandler people;
    private final MergeHandler takeovers;
    private final TargetBinder binding;
    private final CorrelationScope neighbourhood;
    private final CorrelationResultHandler adoptions;
    private final CorrelationPublisher claimant;
    private final SpikeDetector spikes;

    public IncidentEngine(Catalog catalog, EngineSettings settings) {
        this.settings = settings;
        ProbePlanner planner = new ProbePlanner(settings);
        Reassessment review = new Reassessment(catalog, settings, planner);
        FlappingPolicy flapping = new FlappingPolicy(settings);
        this.intake = new SightingHandler(catalog, settings, review, flapping);
        this.answers = new FindingHandler(review);
        this.ticks = new TimeHandler(settings, planner, review, flapping, answers);
        this.takeovers = new MergeHandler(intake);
        this.binding = new TargetBinder(settings, intake, takeovers);
        this.spikes = new SpikeDetector(catalog, settings, intake);
        this.people = new CommandHandler(settings, new Recheck(settings, review));
        this.neighbourhood = new CorrelationScope(catalog, settings, flapping);
        this.adoptions = new CorrelationResultHandler(review);
        this.claimant = new CorrelationPublisher(catalog);
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
        return Retention.next(settings, state);
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
        SiteTransaction turn = new SiteTransaction(state, position, at, settings);
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
        } else if (record instanceof MergeRequest adopt) {
            takeovers.on(turn, adopt);
        } else if (record instanceof MergeResult adopted) {
            binding.ended(turn, adopted);
        } else if (record instanceof Tick) {
            ticks.pass(turn);
        } else if (record instanceof CorrelationClaim claim) {
            neighbourhood.hear(turn, claim);
        } else if (record instanceof CorrelationResult adoption) {
            adoptions.take(turn, adoption);
        }
        claimant.speak(turn, state);
        return turn.step();
    }
}
