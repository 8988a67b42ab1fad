package dev.mendline.engine.incident.site;

import dev.mendline.engine.condition.BlastRadius;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Incidents of one site while one journal record is handled, in the order in which they were last edited. */
public final class SiteIncidents {
    private final Instant at;
    private final Map<String, IncidentState> stored = new LinkedHashMap<>();
    private final Map<String, IncidentEditor> edited = new LinkedHashMap<>();
    private final LinkedHashSet<String> ids = new LinkedHashSet<>();

    SiteIncidents(List<IncidentState> before, Instant at) {
        this.at = at;
        before.forEach(each -> {
            stored.put(each.id(), each);
            ids.add(each.id());
        });
    }

    /** Returns the incidents as they are now. */
    public List<IncidentState> all() {
        return stream().toList();
    }

    private Stream<IncidentState> stream() {
        return List.copyOf(ids).stream().map(this::now);
    }

    private IncidentState now(String id) {
        IncidentEditor editor = edited.get(id);
        return editor != null ? editor.state() : Objects.requireNonNull(stored.get(id));
    }

    /** Returns the state that was stored before this journal record; null for a new incident. */
    @Nullable
    IncidentState before(String id) {
        return stored.get(id);
    }

    /** Returns the edited incidents, the last one edited at the end. */
    public List<IncidentEditor> edited() {
        return List.copyOf(edited.values());
    }

    /** Returns the editor of an incident; the same one for the whole journal record. */
    public IncidentEditor edit(IncidentState incident) {
        IncidentEditor editor = edited.remove(incident.id());
        return add(editor != null ? editor : new IncidentEditor(incident, at));
    }

    /** Adds a new incident. */
    public IncidentEditor add(IncidentEditor opened) {
        edited.put(opened.id(), opened);
        ids.remove(opened.id());
        ids.add(opened.id());
        return opened;
    }

    boolean isEdited(String id) {
        return edited.containsKey(id);
    }

    void store(IncidentState now) {
        stored.put(now.id(), now);
    }

    /** Returns the stored state of each incident. */
    List<IncidentState> stored() {
        return ids.stream().map(id -> Objects.requireNonNull(stored.get(id))).toList();
    }

    void remove(String id) {
        edited.remove(id);
        ids.remove(id);
    }

    public Optional<IncidentState> byId(String id) {
        return ids.contains(id) ? Optional.of(now(id)) : Optional.empty();
    }

    public boolean isOpen(String id) {
        IncidentEditor editor = edited.get(id);
        return ids.contains(id) && (editor != null ? editor.open() : now(id).open());
    }

    /** Returns the incident of a sighting's deployment, or of its service if the deployment is unknown. */
    public Optional<IncidentState> of(Sighting sighting) {
        return stream()
                .filter(known -> !known.isOverflowIncident() && !known.merged())
                .filter(known -> Objects.equals(known.incident().target(), sighting.target()))
                .filter(known ->
                        sighting.target() != null || known.incident().services().contains(sighting.service()))
                .findFirst();
    }

    public Optional<IncidentState> overflow() {
        return stream().filter(IncidentState::isOverflowIncident).findFirst();
    }

    /** Returns the parent incident of a cause. */
    public Optional<IncidentState> parent(String cause) {
        return stream()
                .filter(known -> known.correlation().shared() != null
                        && known.correlation().shared().cause().equals(cause))
                .findFirst();
    }

    /** Returns the number of open incidents, without the overflow incident. */
    public long open() {
        return stream()
                .filter(known -> known.open() && !known.isOverflowIncident())
                .count();
    }

    /** Returns the incident that waits for an answer to this request. */
    public Optional<IncidentState> awaiting(String request) {
        return stream()
                .filter(known -> known.probes().pending().stream()
                        .anyMatch(pending -> pending.request().equals(request)))
                .findFirst();
    }

    /** Returns the open incident for which this check counts as unanswered. */
    public Optional<IncidentState> unanswered(String target, Check check) {
        return stream()
                .filter(known -> known.open() && target.equals(known.incident().target()))
                .filter(known -> known.incident().findings().stream()
                        .anyMatch(found -> found.outcome() == Outcome.Kind.INCONCLUSIVE
                                && found.reason() == Reason.NO_ANSWER
                                && Check.of(found).equals(check)))
                .findFirst();
    }

    /** Returns what fails with an incident: all open incidents, without old ones, the overflow incident and parents. */
    public BlastRadius blastRadius(IncidentEditor editor) {
        Set<String> services = new HashSet<>();
        Set<String> zones = new HashSet<>();
        Set<String> targets = new HashSet<>();
        for (String id : ids) {
            IncidentEditor other = edited.get(id);
            IncidentState known = other == null ? Objects.requireNonNull(stored.get(id)) : null;
            if (other != null && counts(other)) {
                services.addAll(other.affected().services());
                zones.addAll(other.affected().zones());
                Optional.ofNullable(other.target()).ifPresent(targets::add);
            } else if (known != null && counts(known)) {
                services.addAll(known.incident().services());
                zones.addAll(known.incident().zones());
                Optional.ofNullable(known.incident().target()).ifPresent(targets::add);
            }
        }
        return new BlastRadius(
                services.size(),
                zones.size(),
                targets.size(),
                editor.correlation().failingNearby());
    }

    private static boolean counts(IncidentEditor editor) {
        return editor.open()
                && !editor.episode().historical()
                && editor.overflow() == null
                && editor.correlation().shared() == null;
    }

    private static boolean counts(IncidentState known) {
        return known.open()
                && !known.incident().historical()
                && !known.isOverflowIncident()
                && !known.isParentIncident();
    }
}
