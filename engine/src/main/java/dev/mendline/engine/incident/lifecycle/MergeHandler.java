package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.editor.Opening;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.BufferedSighting;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.MergeState;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.MergeRequest;
import dev.mendline.model.journal.MergeResult;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Captures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes over incidents whose deployment was unknown when they opened: the deployment's own incident counts all that they
 * counted, whatever thresholds say, and they end as merged.
 */
public final class MergeHandler {

    private final SightingHandler intake;

    public MergeHandler(SightingHandler intake) {
        this.intake = intake;
    }

    /** Another site's incident; the answer says into which it went, the same one when it is asked again. */
    public void on(SiteTransaction turn, MergeRequest adopt) {
        if (!adopt.told().symptoms().isEmpty()) {
            turn.forget();
            String into = takenBefore(turn, adopt.incident()).orElseGet(() -> take(turn, adopt));
            turn.write(new MergeResult(adopt.fromSite(), adopt.incident(), into, adopt.target()));
        }
    }

    private static Optional<String> takenBefore(SiteTransaction turn, String incident) {
        return turn.cases.stream()
                .filter(file -> file.takeover().took().contains(incident))
                .map(file -> file.incident().id())
                .findFirst();
    }

    /** An incident of this very site goes over at once. */
    void within(SiteTransaction turn, IncidentState file, String target) {
        MergeRequest adopt = asked(file, new MergeState.Adopter(file.incident().site(), target));
        String into = take(turn, adopt);
        IncidentEditor draft = IncidentEditor.of(file);
        end(draft, turn.at, into, target);
        turn.file(draft, true);
    }

    /** It is over, for the other counts it from now on. */
    static void end(IncidentEditor draft, Instant at, String into, String target) {
        draft.resolve(at);
        draft.state = Incident.State.MERGED;
        draft.mergedInto = into;
        draft.said.silencedUntil = null;
        draft.takeover = MergeState.NONE;
        draft.timeline.add(at, TimelineKind.MERGED, Params.of("into", into).and("target", target));
    }

    /** What another site needs to know to take this incident over. */
    public static MergeRequest asked(IncidentState file, MergeState.Adopter adopter) {
        Incident incident = file.incident();
        List<Incident.TimelineEntry> first =
                incident.timeline().stream().limit(1).toList();
        List<Incident.TimelineEntry> said =
                incident.timeline().stream().filter(entry -> entry.by() != null).toList();
        int some = Math.max(0, said.size() - MergeRequest.MAX_ENTRIES + 1);
        return new MergeRequest(
                adopter.site(),
                adopter.target(),
                incident.site(),
                incident.id(),
                incident.services(),
                incident.zones(),
                incident.openedAt(),
                file.lastSeen(),
                incident.historical(),
                file.retried(),
                texts(file),
                incident.acknowledged(),
                incident.silencedUntil(),
                Stream.concat(first.stream(), said.subList(some, said.size()).stream())
                        .toList(),
                incident.catalog());
    }

    private static MergeRequest.Texts texts(IncidentState file) {
        return new MergeRequest.Texts(
                file.incident().symptoms(),
                file.incident().rate(),
                file.seconds().stream()
                        .map(second -> new MergeRequest.SecondCount(second.epochSecond(), second.count()))
                        .toList(),
                file.incident().samples(),
                file.nodes(),
                file.captures(),
                file.codes(),
                file.details(),
                file.addresses(),
                file.drivers(),
                file.runtimes());
    }

    /** The id of the incident that counts it now. */
    private String take(SiteTransaction turn, MergeRequest adopt) {
        Opening opening = opening(turn, adopt);
        IncidentEditor draft = intake.place(turn, opening, adopt.historical()).orElse(null);
        if (draft == null) {
            draft = IncidentEditor.of(turn.overflow().orElseThrow());
            note(turn.at, draft, adopt);
            turn.file(draft, false);
        } else {
            count(turn.at, draft, adopt);
            note(turn.at, draft, adopt);
            intake.relapse(draft, opening.sighting());
            intake.file(turn, draft, true);
        }
        return draft.id;
    }

    /** What it had seen as sightings, one for each symptom, where nothing more than that is to be told. */
    private static Opening opening(SiteTransaction turn, MergeRequest adopt) {
        List<BufferedSighting> all = new ArrayList<>();
        String service = adopt.services().stream().findFirst().orElse("");
        String zone = adopt.zones().stream().findFirst().orElse("");
        for (Incident.SymptomCount symptom : adopt.told().symptoms()) {
            all.add(new BufferedSighting(
                    new Sighting(
                            symptom.id(),
                            null,
                            adopt.site(),
                            adopt.target(),
                            List.of(),
                            service,
                            zone,
                            null,
                            null,
                            Captures.NONE,
                            (int) Math.max(1, Math.min(Integer.MAX_VALUE, symptom.count())),
                            symptom.lastSeen(),
                            List.of(),
                            adopt.catalog(),
                            adopt.retried()),
                    turn.at));
        }
        return new Opening(all.get(0), all);
    }

    private static void count(Instant at, IncidentEditor draft, MergeRequest adopt) {
        adopt.services().stream()
                .limit(Math.max(0, Bounds.SERVICES - draft.services.size()))
                .forEach(draft.services::add);
        draft.zones.addAll(adopt.zones());
        if (draft.nodes.size() < Sighting.MAX_NODES) {
            draft.nodes.addAll(adopt.told().nodes());
        }
        draft.told.add(adopt.told());
        draft.retried = draft.retried && adopt.retried();
        draft.historical = draft.historical && adopt.historical();
        Instant seen = adopt.lastSeen().isAfter(at) ? at : adopt.lastSeen();
        draft.lastSeen = seen.isAfter(draft.lastSeen) ? seen : draft.lastSeen;
        draft.stale = true;
    }

    /** What people said of the one holds for the other, where they said nothing of that. */
    private static void note(Instant at, IncidentEditor draft, MergeRequest adopt) {
        draft.takeover = draft.takeover.of(adopt.incident());
        String symptom = adopt.timeline().stream()
                .findFirst()
                .map(entry -> entry.params().get("symptom"))
                .orElse(null);
        draft.timeline.add(
                at,
                TimelineKind.MERGED_FROM,
                Params.of("incident", adopt.incident())
                        .and("services", String.join(", ", adopt.services()))
                        .and("opened-at", adopt.openedAt())
                        .and("symptom", symptom));
        adopt.timeline().stream()
                .filter(entry -> entry.by() != null)
                .forEach(entry -> draft.timeline.addOf(adopt.incident(), at, entry));
        if (draft.overflow == null && draft.said.acknowledged == null) {
            draft.said.acknowledged = adopt.acknowledged();
        }
        Instant silenced = adopt.silencedUntil();
        if (draft.overflow == null && draft.said.silencedUntil == null && silenced != null && silenced.isAfter(at)) {
            draft.said.silencedUntil = silenced;
        }
    }
}
