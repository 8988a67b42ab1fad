package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.editor.Identity;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.editor.Opening;
import dev.mendline.engine.incident.site.Ids;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.Overflow;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Sighting;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opening and reopening of incidents, and the judgement that one is flapping. */
public final class LifecyclePolicy {
    private final String catalog;
    private final EngineSettings settings;

    public LifecyclePolicy(Catalog catalog, EngineSettings settings) {
        this.catalog = catalog.hash();
        this.settings = settings;
    }

    /** Opens the incident of a deployment, or of a service whose deployment is unknown. */
    IncidentEditor open(SiteTransaction transaction, Opening opening) {
        Sighting sighting = opening.sighting();
        String target = sighting.target();
        boolean historical = opening.historical(settings.timing().historicalAfter());
        IncidentEditor editor = open(
                transaction,
                Ids.incident(sighting.site(), target, transaction.position()),
                target,
                transaction.retention().previous(sighting),
                historical ? opening.first() : null,
                opening.retried(),
                opening.params());
        if (historical) {
            notProbed(editor, TimelineReason.OLD_LINES);
        } else if (settings.probing().off()) {
            notProbed(editor, TimelineReason.PROBES_OFF);
        } else if (target == null) {
            notProbed(editor, TimelineReason.TARGET_UNKNOWN);
        }
        return editor;
    }

    private static void notProbed(IncidentEditor editor, TimelineReason why) {
        editor.note(TimelineKind.NOT_PROBED, Params.because(why));
    }

    /** Opens the overflow incident of a site. */
    IncidentEditor openOverflow(SiteTransaction transaction, Opening opening) {
        IncidentEditor editor = open(
                transaction,
                Ids.overflow(transaction.site(), transaction.position()),
                null,
                Optional.empty(),
                opening.historical(settings.timing().historicalAfter()) ? opening.first() : null,
                opening.retried(),
                Params.NONE);
        editor.overflow(Overflow.NOTHING);
        return editor;
    }

    /** Opens the parent incident of a cause that several deployments share. */
    public IncidentEditor openParent(SiteTransaction transaction, String cause, Params trigger) {
        IncidentEditor editor = open(
                transaction,
                Ids.parent(transaction.site(), cause, transaction.position()),
                null,
                transaction.retention().previous(cause),
                null,
                false,
                trigger);
        editor.correlation().share(IncidentState.SharedCause.of(cause));
        return editor;
    }

    /** Opens an incident; {@code lines} is the time of its first line if all of them are old, otherwise null. */
    private IncidentEditor open(
            SiteTransaction transaction,
            String id,
            @Nullable String target,
            Optional<String> previous,
            @Nullable Instant lines,
            boolean retried,
            Params trigger) {
        Identity identity = new Identity(
                id,
                transaction.site(),
                target,
                Objects.requireNonNullElse(lines, transaction.at()),
                previous.orElse(null));
        IncidentEditor editor = transaction
                .incidents()
                .add(new IncidentEditor(identity, transaction.at(), lines != null, retried, catalog));
        editor.note(TimelineKind.OPENED, trigger);
        editor.revision().publish();
        return editor;
    }

    /** Starts a new episode; {@code retried} if drivers retry by themselves all that it shows so far. */
    public void reopen(IncidentEditor editor, boolean retried, Params trigger) {
        editor.reopen(retried, trigger);
        editor.episode().recordReopening(editor.at(), settings.flapping());
        judgeFlapping(editor);
        editor.revision().publish();
    }

    /** Marks an incident as flapping, or removes the mark. */
    void judgeFlapping(IncidentEditor editor) {
        if (editor.episode().judgeFlapping(editor.at(), settings.flapping())) {
            boolean flaps = editor.episode().flapping();
            Integer times = flaps ? editor.episode().reopened() : null;
            editor.note(
                    flaps ? TimelineKind.FLAPPING : TimelineKind.FLAPPING_ENDED,
                    Params.of("minutes", settings.flapping().within().toMinutes())
                            .and("times", times));
            editor.revision().publish();
        }
    }
}
