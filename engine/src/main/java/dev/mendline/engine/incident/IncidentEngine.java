package dev.mendline.engine.incident;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.correlation.CorrelationPublisher;
import dev.mendline.engine.incident.correlation.CorrelationResultHandler;
import dev.mendline.engine.incident.correlation.CorrelationScope;
import dev.mendline.engine.incident.diagnosis.FindingHandler;
import dev.mendline.engine.incident.diagnosis.ProbePlanner;
import dev.mendline.engine.incident.diagnosis.Reassessment;
import dev.mendline.engine.incident.lifecycle.CommandHandler;
import dev.mendline.engine.incident.lifecycle.LifecyclePolicy;
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
    private final SightingHandler sightings;
    private final SpikeDetector spikes;
    private final TargetBinder targets;
    private final FindingHandler findings;
    private final CommandHandler commands;
    private final MergeHandler merges;
    private final TimeHandler ticks;
    private final CorrelationScope scope;
    private final CorrelationResultHandler results;
    private final Reassessment reassessment;
    private final CorrelationPublisher correlation;

    public IncidentEngine(Catalog catalog, EngineSettings settings) {
        this.settings = settings;
        ProbePlanner planner = new ProbePlanner(settings);
        LifecyclePolicy lifecycle = new LifecyclePolicy(catalog, settings);
        this.reassessment = new Reassessment(catalog, settings, planner);
        this.sightings = new SightingHandler(catalog, settings, lifecycle);
        this.spikes = new SpikeDetector(catalog, settings, sightings);
        this.merges = new MergeHandler(sightings);
        this.targets = new TargetBinder(settings, sightings, merges);
        this.findings = new FindingHandler(reassessment);
        this.commands = new CommandHandler(settings);
        this.ticks = new TimeHandler(settings, lifecycle, planner, findings);
        this.scope = new CorrelationScope(catalog, settings, lifecycle);
        this.results = new CorrelationResultHandler();
        this.correlation = new CorrelationPublisher(catalog);
    }

    /** Returns whether the site needs a tick of that time. */
    public boolean needsTick(SiteState state, Instant at) {
        return state.needsTicks()
                || forgets(state).filter(due -> !at.isBefore(due)).isPresent();
    }

    /** Returns when a site without open incidents next has something to remove. */
    public Optional<Instant> forgets(SiteState state) {
        return Retention.next(settings, state);
    }

    /**
     * Handles one journal record: edits incidents, assesses them again, publishes their claims and revisions.
     *
     * @param record what was read; a {@link Tick} is for every site of its partition that {@linkplain #needsTick needs} it
     * @param position of the record in the journal
     * @param at the broker's time of the record
     * @param state the site's state before
     */
    public Step on(JournalRecord record, JournalPosition position, Instant at, SiteState state) {
        SiteTransaction transaction = new SiteTransaction(state, position, at, settings);
        handle(transaction, record);
        reassessment.run(transaction);
        if (record instanceof Tick) {
            ticks.resolve(transaction);
        }
        correlation.publish(transaction, transaction.close());
        return transaction.step();
    }

    private void handle(SiteTransaction transaction, JournalRecord record) {
        if (record instanceof Sighting sighting) {
            targets.resolve(transaction, sighting).ifPresent(seen -> {
                sightings.handle(transaction, seen);
                spikes.handle(transaction, seen);
            });
        } else if (record instanceof Finding finding) {
            if (findings.handle(transaction, finding)) {
                targets.learn(transaction, finding);
            }
        } else if (record instanceof Command command) {
            commands.handle(transaction, command);
        } else if (record instanceof Hint hint) {
            targets.handle(transaction, hint);
            spikes.handle(transaction, hint);
        } else if (record instanceof MergeRequest request) {
            merges.handle(transaction, request);
        } else if (record instanceof MergeResult result) {
            merges.handle(transaction, result);
        } else if (record instanceof Tick) {
            ticks.handle(transaction);
        } else if (record instanceof CorrelationClaim claim) {
            scope.handle(transaction, claim);
        } else if (record instanceof CorrelationResult result) {
            results.handle(transaction, result);
        }
    }
}
