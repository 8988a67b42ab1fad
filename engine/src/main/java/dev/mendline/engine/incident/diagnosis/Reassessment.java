package dev.mendline.engine.incident.diagnosis;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.incident.advice.AdviceWriter;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.TimelineKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Assessment of an incident after a change: diagnosis, next probes, advice. */
public final class Reassessment {
    private final Catalog catalog;
    private final EngineSettings settings;
    private final ProbePlanner planner;
    private final Diagnostician diagnostician;
    private final AdviceWriter adviser;
    private final SymptomSuppression mutes;

    public Reassessment(Catalog catalog, EngineSettings settings, ProbePlanner planner) {
        this.catalog = catalog;
        this.settings = settings;
        this.planner = planner;
        this.diagnostician = new Diagnostician(catalog, planner);
        this.adviser = new AdviceWriter(catalog);
        this.mutes = new SymptomSuppression(catalog);
    }

    /** Assesses the incidents again that were marked while the journal record was handled. */
    public void run(SiteTransaction transaction) {
        for (IncidentEditor editor : transaction.incidents().edited()) {
            if (editor.revision().takeReassessment() && editor.open()) {
                assess(transaction, editor);
            }
        }
    }

    private void assess(SiteTransaction transaction, IncidentEditor editor) {
        Diagnosis before = editor.assessment().diagnosis();
        editor.correlation().spread(transaction.incidents().blastRadius(editor));
        Proof evidence = Proof.of(editor);
        List<Cause> suspects = diagnostician.suspects(editor, evidence);
        SortedSet<Check> next = planner.next(suspects, editor);
        boolean settled = next.isEmpty() && editor.probes().pending().isEmpty() && !isRecheckDue(editor);
        Diagnosis judged = TransientErrorPolicy.tempered(
                diagnostician.diagnose(editor, suspects, evidence, next), editor, settled);
        editor.assessment().diagnose(judged, settled, editor.at());
        boolean waits = judged.provisional() && !before.provisional();
        if (waits || differs(before, editor)) {
            publish(editor, waits);
        }
        mutes.tell(editor);
        if (editor.target() != null && !editor.episode().historical()) {
            noteSkipped(editor, suspects);
        }
        request(transaction, editor, next);
        advise(editor);
        editor.logs().rank(diagnostician.decisive(editor, evidence));
    }

    /** Notes once an episode which probes a cause wants that are not requested. */
    private void noteSkipped(IncidentEditor editor, List<Cause> suspects) {
        if (!settings.probing().atlasTargets().contains(String.valueOf(editor.target()))) {
            Stream<String> atlas = suspects.stream()
                    .flatMap(cause -> cause.probes().stream())
                    .filter(probe -> ProbeKind.matches(probe, ProbeKind::asksAtlas))
                    .sorted();
            noteSkipped(editor, TimelineReason.ATLAS_NOT_CONFIGURED, atlas, Params.NONE);
        }
        Duration every = settings.probing().every();
        noteSkipped(
                editor,
                TimelineReason.PROBED_RECENTLY,
                editor.probes().coolingDown(editor.at().minus(every)).stream().map(Check::probe),
                Params.of("seconds", every.toSeconds()));
    }

    private static void noteSkipped(IncidentEditor editor, TimelineReason why, Stream<String> probes, Params params) {
        String names = probes.distinct().collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            editor.timeline()
                    .addOnceInEpisode(TimelineKind.NOT_PROBED, Params.because(why), params.and("probes", names));
        }
    }

    private static boolean differs(Diagnosis before, IncidentEditor editor) {
        Diagnosis now = editor.assessment().diagnosis();
        return !Objects.equals(before.leading(), now.leading()) || before.verdict() != now.verdict();
    }

    private static void publish(IncidentEditor editor, boolean waits) {
        Diagnosis now = editor.assessment().diagnosis();
        if (now.leading() != null) {
            editor.note(
                    TimelineKind.DIAGNOSIS_CHANGED,
                    Params.of("cause", now.leading())
                            .and("verdict", now.verdict().word())
                            .and(Params.WHY, waits ? TimelineReason.NEEDS_SECOND_CHECK : null));
        }
        editor.revision().publish();
    }

    private void advise(IncidentEditor editor) {
        editor.correlation()
                .sharedIn(Optional.ofNullable(editor.assessment().diagnosis().leading())
                        .flatMap(catalog::cause)
                        .map(Cause::shared)
                        .orElse(null));
        editor.assessment().basedOn(catalog.hash());
        editor.assessment().rate(adviser.severity(editor));
        editor.assessment().advise(adviser.advise(editor));
    }

    /** Returns the probes that need no request because this TCP check failed, see {@link ProbePlanner#spared}. */
    List<String> spared(IncidentEditor editor, Check tcp) {
        return new TcpPrerequisite(editor).shuts(tcp)
                ? planner.spared(diagnostician.suspects(editor, Proof.of(editor)), editor, tcp)
                : List.of();
    }

    private void request(SiteTransaction transaction, IncidentEditor editor, SortedSet<Check> next) {
        boolean all = transaction.request(editor, next);
        editor.probes().postponeIf(!all || isRecheckDue(editor));
        boolean done = editor.probes().settled() && !editor.episode().historical();
        if (done
                && editor.probes().nextRecheck() == null
                && !planner.again(editor, Instant.MAX).isEmpty()) {
            Duration wait = settings.probing().recheck(editor.probes().rechecks());
            editor.probes().planRecheck(editor.at().plus(wait));
        }
    }

    /** Returns true if a recheck is due that could not be requested yet. */
    private static boolean isRecheckDue(IncidentEditor editor) {
        Instant recheck = editor.probes().nextRecheck();
        return recheck != null && !editor.at().isBefore(recheck);
    }
}
