package dev.mendline.engine.incident;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Captures;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.Sample;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stage 1 writes of services whose lines name no host, by hand. */
public final class Talking {
    public static final String A = "a.ab1cd.mongodb.net";
    public static final String B = "b.zz9zz.mongodb.net";

    private final Desk desk;

    public Talking(Desk desk) {
        this.desk = desk;
    }

    public static String siteOf(String target) {
        return target.substring(target.indexOf('.') + 1);
    }

    public Hint hint(String service, String target, boolean sighted, Instant at) {
        return new Hint(
                Hint.Kind.DEPLOYMENT,
                Sighting.siteOf(service),
                service,
                "local",
                null,
                target,
                siteOf(target),
                sighted,
                1,
                at);
    }

    /** The service says what it talks to. */
    public void talksTo(String service, String target) {
        desk.read(hint(service, target, false, desk.now()));
    }

    /** The service logs an error that names the deployment, which counts there as well. */
    public void struckBy(String service, String target) {
        desk.read(hint(service, target, true, desk.now()));
    }

    public Sighting lost(String symptom, String service, int count, boolean unplaced) {
        return sighting(symptom, null, service, count, unplaced);
    }

    public Sighting sighting(String symptom, @Nullable String target, String service, int count, boolean unplaced) {
        return new Sighting(
                symptom,
                null,
                target == null ? Sighting.siteOf(service) : siteOf(target),
                target,
                List.of(),
                service,
                "local",
                null,
                null,
                Captures.NONE,
                count,
                desk.now(),
                List.of(new Sample(
                        symptom + " of " + service,
                        service,
                        desk.now(),
                        new Coordinates("logs", 0, 1),
                        symptom,
                        null,
                        null)),
                "c0ffee",
                false,
                unplaced,
                false);
    }

    /** A line without a host. */
    public void loses(String service, int count) {
        desk.read(lost("trouble", service, count, false));
    }

    public List<Incident> of(String target) {
        return desk.state(siteOf(target)).published().stream()
                .filter(incident -> target.equals(incident.target()))
                .toList();
    }

    public List<Incident> own(String service) {
        return desk.state(Sighting.siteOf(service)).published();
    }

    public static long counted(List<Incident> incidents) {
        return incidents.stream()
                .flatMap(incident -> incident.symptoms().stream())
                .mapToLong(Incident.SymptomCount::count)
                .sum();
    }

    public static String latest(Incident incident) {
        return Told.last(incident);
    }

    public static List<String> said(Incident incident) {
        return incident.timeline().stream().map(Told::of).toList();
    }
}
