package dev.mendline.engine.incident;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.model.Claim;
import dev.mendline.model.Diagnosis;
import dev.mendline.model.Incident;
import dev.mendline.model.Outcome;
import dev.mendline.model.Reach;
import dev.mendline.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells the places to which an incident belongs how it stands, whenever that changed: its zones always, its project while
 * the list of that, or the like, may explain it.
 */
final class Claimant {
    private static final int MAX_FINDINGS = 3;

    private final Catalog catalog;

    Claimant(Catalog catalog) {
        this.catalog = catalog;
    }

    void speak(Turn turn, SiteState before) {
        Map<String, CaseFile> known = new TreeMap<>();
        before.cases().forEach(file -> known.put(file.incident().id(), file));
        for (CaseFile now : List.copyOf(turn.cases)) {
            CaseFile earlier = known.get(now.incident().id());
            if (!now.equals(earlier)) {
                tell(turn, earlier == null ? Map.of() : claims(earlier, 0), claims(now, turn.position.offset()));
            }
        }
    }

    private static void tell(Turn turn, Map<String, Claim> before, Map<String, Claim> now) {
        now.forEach((place, claim) -> {
            Claim earlier = before.get(place);
            boolean counts = matters(claim) || (earlier != null && matters(earlier));
            if (counts && (earlier == null || !gist(earlier).equals(gist(claim)))) {
                turn.write(claim);
            }
        });
    }

    private static boolean matters(Claim claim) {
        return claim.open()
                && (Reach.ZONE.isPlace(claim.site()) || !claim.suspicions().isEmpty());
    }

    /** What of a claim is news when it changes; that there is more of the same is none. */
    static Claim gist(Claim claim) {
        return new Claim(
                claim.site(),
                claim.from(),
                claim.incident(),
                claim.target(),
                claim.episode(),
                claim.open(),
                claim.severity(),
                claim.verdict(),
                claim.services(),
                claim.zones(),
                claim.symptoms().stream()
                        .map(each -> new Incident.SymptomCount(each.id(), 1, each.firstSeen(), each.firstSeen()))
                        .toList(),
                claim.suspicions(),
                0,
                null);
    }

    /** By place. */
    private Map<String, Claim> claims(CaseFile file, long offset) {
        Map<String, Claim> claims = new TreeMap<>();
        Incident incident = file.incident();
        String target = incident.target();
        if (target != null && !incident.historical()) {
            incident.zones()
                    .forEach(zone -> add(claims, claim(Reach.ZONE, Reach.ZONE.place(zone), target, file, offset)));
            add(claims, claim(Reach.PROJECT, Reach.PROJECT.place(incident.site()), target, file, offset));
        }
        return claims;
    }

    private static void add(Map<String, Claim> claims, Claim claim) {
        claims.put(claim.site(), claim);
    }

    private Claim claim(Reach reach, String place, String target, CaseFile file, long offset) {
        Incident incident = file.incident();
        boolean open = file.open();
        return new Claim(
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
                open ? suspicions(reach, file) : List.of(),
                offset,
                open ? proof(reach, incident) : null);
    }

    private static <T> List<T> some(List<T> all) {
        return all.stream().limit(Claim.MAX).toList();
    }

    /** Nothing that was ruled out, nothing beside another cause that is confirmed, nothing that drivers only retry. */
    private List<Claim.Suspicion> suspicions(Reach reach, CaseFile file) {
        Diagnosis diagnosis = file.incident().diagnosis();
        if (file.retried() && diagnosis.verdict().compareTo(Verdict.LIKELY) > 0) {
            return List.of();
        }
        return diagnosis.candidates().stream()
                .filter(each -> cause(each.cause(), reach).isPresent())
                .filter(each -> each.verdict() != Verdict.REFUTED)
                .filter(each -> each.verdict() == Verdict.CONFIRMED || diagnosis.verdict() != Verdict.CONFIRMED)
                .map(each -> new Claim.Suspicion(each.cause(), each.verdict()))
                .limit(Claim.MAX)
                .toList();
    }

    private Optional<Cause> cause(@Nullable String id, Reach reach) {
        return Optional.ofNullable(id).flatMap(catalog::cause).filter(cause -> cause.shared() == reach);
    }

    private Claim.@Nullable Proof proof(Reach reach, Incident incident) {
        Diagnosis diagnosis = incident.diagnosis();
        Cause cause = cause(diagnosis.leading(), reach).orElse(null);
        if (cause == null || diagnosis.verdict().compareTo(Verdict.LIKELY) > 0) {
            return null;
        }
        return new Claim.Proof(
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
