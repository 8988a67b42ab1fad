package dev.mendline.engine.incident.correlation;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.SharedScope;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.CorrelationClaim;
import dev.mendline.model.probe.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writer of correlation claims: each incident claims its causes in the scopes that it belongs to, whenever they change. Its
 * zones always get a claim, its project if a cause that is shared there may explain it.
 */
public record CorrelationPublisher(Catalog catalog) {
    private static final int MAX_FINDINGS = 3;

    /** Writes the claims that differ from those before the journal record. */
    public void publish(SiteTransaction transaction, List<SiteTransaction.Change> changes) {
        long offset = transaction.position().offset();
        for (SiteTransaction.Change change : changes) {
            IncidentState before = change.before();
            publish(transaction, before == null ? Map.of() : claims(before, 0), claims(change.now(), offset));
        }
    }

    private static void publish(
            SiteTransaction transaction, Map<String, CorrelationClaim> before, Map<String, CorrelationClaim> now) {
        now.forEach((place, claim) -> {
            CorrelationClaim earlier = before.get(place);
            boolean counts = matters(claim) || (earlier != null && matters(earlier));
            if (counts && (earlier == null || !earlier.withoutCounts().equals(claim.withoutCounts()))) {
                transaction.write(claim);
            }
        });
    }

    private static boolean matters(CorrelationClaim claim) {
        return claim.open()
                && (SharedScope.ZONE.isPlace(claim.site())
                        || !claim.suspicions().isEmpty());
    }

    /** Returns the claims of an incident by their scopes. */
    private Map<String, CorrelationClaim> claims(IncidentState known, long offset) {
        Map<String, CorrelationClaim> claims = new TreeMap<>();
        Incident incident = known.incident();
        String target = incident.target();
        if (target != null && !incident.historical()) {
            for (String zone : incident.zones()) {
                String place = SharedScope.ZONE.place(zone);
                claims.put(place, claim(SharedScope.ZONE, place, target, known, offset));
            }
            String project = SharedScope.PROJECT.place(incident.site());
            claims.put(project, claim(SharedScope.PROJECT, project, target, known, offset));
        }
        return claims;
    }

    private CorrelationClaim claim(SharedScope reach, String place, String target, IncidentState known, long offset) {
        Incident incident = known.incident();
        boolean open = known.open();
        return new CorrelationClaim(
                place,
                incident.site(),
                incident.id(),
                target,
                incident.episodes(),
                open,
                incident.severity(),
                incident.diagnosis().verdict(),
                some(incident.services()),
                some(incident.zones()),
                some(incident.symptoms()),
                open ? suspicions(reach, known) : List.of(),
                offset,
                open ? proof(reach, incident) : null);
    }

    private static <T> List<T> some(List<T> all) {
        return all.stream().limit(CorrelationClaim.MAX).toList();
    }

    /** Returns the suspected causes: none that is ruled out, none beside a confirmed one, none of errors that drivers retry. */
    private List<CorrelationClaim.Suspicion> suspicions(SharedScope reach, IncidentState known) {
        Diagnosis diagnosis = known.incident().diagnosis();
        if (known.lifecycle().retried() && diagnosis.verdict().compareTo(Verdict.LIKELY) > 0) {
            return List.of();
        }
        return diagnosis.candidates().stream()
                .filter(each -> cause(each.cause(), reach).isPresent())
                .filter(each -> each.verdict() != Verdict.REFUTED)
                .filter(each -> each.verdict() == Verdict.CONFIRMED || diagnosis.verdict() != Verdict.CONFIRMED)
                .map(each -> new CorrelationClaim.Suspicion(each.cause(), each.verdict()))
                .limit(CorrelationClaim.MAX)
                .toList();
    }

    private Optional<Cause> cause(@Nullable String id, SharedScope reach) {
        return Optional.ofNullable(id).flatMap(catalog::cause).filter(cause -> cause.shared() == reach);
    }

    private CorrelationClaim.@Nullable Proof proof(SharedScope reach, Incident incident) {
        Diagnosis diagnosis = incident.diagnosis();
        Cause cause = cause(diagnosis.leading(), reach).orElse(null);
        if (cause == null || diagnosis.verdict().compareTo(Verdict.LIKELY) > 0) {
            return null;
        }
        return new CorrelationClaim.Proof(
                cause.id(),
                diagnosis.candidates().get(0).because(),
                incident.advice().steps(),
                incident.findings().stream()
                        .filter(found -> found.outcome() == Outcome.Kind.FAILED)
                        .filter(found -> cause.probes().contains(found.probe()))
                        .limit(MAX_FINDINGS)
                        .toList());
    }
}
