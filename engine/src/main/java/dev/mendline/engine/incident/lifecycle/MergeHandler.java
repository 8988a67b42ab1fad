package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.editor.Opening;
import dev.mendline.engine.incident.site.SiteIncidents;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.BufferedSighting;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.MergeState;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.MergeRequest;
import dev.mendline.model.journal.MergeResult;
import dev.mendline.model.journal.Sighting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Handler of merge requests: the incident of a deployment counts all that another one counted while its deployment was
 * unknown, whatever the thresholds are.
 */
public record MergeHandler(SightingHandler sightings) {
    /** Merges another site's incident. The result names the incident that counts it; a repeated request gets the same. */
    public void handle(SiteTransaction transaction, MergeRequest request) {
        if (!request.texts().symptoms().isEmpty()) {
            transaction.retire();
            String into = mergedBefore(transaction, request.incident()).orElseGet(() -> merge(transaction, request));
            transaction.write(new MergeResult(request.fromSite(), request.incident(), into, request.target()));
        }
    }

    private static Optional<String> mergedBefore(SiteTransaction transaction, String incident) {
        return transaction.incidents().all().stream()
                .filter(known -> known.merge().took().contains(incident))
                .map(IncidentState::id)
                .findFirst();
    }

    /** Merges an incident of this site into that of a deployment of this site. */
    void mergeHere(SiteTransaction transaction, IncidentState from, String target) {
        String into = merge(
                transaction,
                request(from, new MergeState.Adopter(from.incident().site(), target)));
        transaction.incidents().edit(from).mergeInto(into, target);
    }

    /** Ends an incident that another site has merged. */
    public void handle(SiteTransaction transaction, MergeResult result) {
        transaction
                .incidents()
                .byId(result.incident())
                .filter(known -> !known.merged())
                .filter(known -> known.merge().by() != null
                        && known.merge().by().target().equals(result.target()))
                .ifPresent(known -> transaction.incidents().edit(known).mergeInto(result.into(), result.target()));
    }

    /** Returns the request to merge this incident into that of another deployment. */
    public static MergeRequest request(IncidentState known, MergeState.Adopter adopter) {
        Incident incident = known.incident();
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
                known.lifecycle().lastSeen(),
                incident.historical(),
                known.lifecycle().retried(),
                known.texts(),
                incident.acknowledged(),
                incident.silencedUntil(),
                Stream.concat(first.stream(), said.subList(some, said.size()).stream())
                        .toList(),
                incident.catalog());
    }

    /** Returns the id of the incident that counts it now. */
    private String merge(SiteTransaction transaction, MergeRequest request) {
        Opening opening = opening(transaction, request);
        SiteIncidents incidents = transaction.incidents();
        Optional<IncidentEditor> placed = sightings.place(transaction, opening, request.historical());
        IncidentEditor editor =
                placed.orElseGet(() -> incidents.edit(incidents.overflow().orElseThrow()));
        note(editor, request);
        if (placed.isPresent()) {
            sightings.relapse(editor, opening.sighting());
            sightings.reassess(transaction, editor);
            editor.revision().publish();
        }
        return editor.id();
    }

    /** Returns sightings of the same symptoms, as thresholds and limits need them. */
    private static Opening opening(SiteTransaction transaction, MergeRequest request) {
        String service = request.services().stream().findFirst().orElse("");
        String zone = request.zones().stream().findFirst().orElse("");
        List<BufferedSighting> all = request.texts().symptoms().stream()
                .map(symptom -> new BufferedSighting(
                        Sighting.derived(
                                symptom.id(),
                                request.site(),
                                request.target(),
                                service,
                                zone,
                                (int) Math.max(1, Math.min(Integer.MAX_VALUE, symptom.count())),
                                symptom.lastSeen(),
                                request.catalog(),
                                request.retried()),
                        transaction.at()))
                .toList();
        return new Opening(all.get(0), all);
    }

    private static void note(IncidentEditor editor, MergeRequest request) {
        editor.absorb(request);
        String symptom = request.timeline().stream()
                .findFirst()
                .map(entry -> entry.params().get("symptom"))
                .orElse(null);
        editor.note(
                TimelineKind.MERGED_FROM,
                Params.of("incident", request.incident())
                        .and("services", String.join(", ", request.services()))
                        .and("opened-at", request.openedAt())
                        .and("symptom", symptom));
        request.timeline().stream()
                .filter(entry -> entry.by() != null)
                .forEach(entry -> editor.timeline().addOf(request.incident(), entry));
    }
}
