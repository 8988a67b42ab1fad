package dev.mendline.engine.incident;

import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.model.Claim;
import dev.mendline.model.Command;
import dev.mendline.model.Incident;
import dev.mendline.model.Inventory;
import dev.mendline.model.ProbeRequest;
import dev.mendline.model.Reason;
import dev.mendline.model.StrictYaml;
import java.util.List;

/** Deployments of several projects in one zone, the nth of them {@code c.p000n.mongodb.net}, and what is found of them. */
final class Deployments {
    static final String ZONE = "zone:local";

    /** What a whole zone may share. */
    static final SourceFile RESOLVER = SmallCatalog.cause("resolver", """
            probes: [dns-srv]
            shared: zone
            confirm:
              - when: dns_srv.exists(f, f.reason == reason.refused)
                because: The resolver does not answer for {target}.
            suggest:
              - when: dns_srv.exists(f, f.reason == reason.timed_out)
                because: The resolver is silent for {target}.
            refute:
              - when: dns_srv.exists(f, f.outcome == outcome.passed)
                because: The resolver answers for {target}.
            """);

    /** What is everybody's own. */
    static final SourceFile PASSWORD = SmallCatalog.cause("zz-own", """
            probes: [uri]
            confirm:
              - when: uri.exists(f, f.outcome == outcome.failed)
                because: The string is wrong.
            refute:
              - when: uri.exists(f, f.outcome == outcome.passed)
                because: The string is right.
            """);

    final Desk desk;

    Deployments(String settings, SourceFile... causes) {
        desk = new Desk(
                SmallCatalog.of(causes),
                Inventory.DEFAULT,
                StrictYaml.read("mendline.yaml", settings, EngineSettings.class));
    }

    static String site(int number) {
        return "p%04d.mongodb.net".formatted(number);
    }

    static String target(int number) {
        return "c." + site(number);
    }

    void trouble(int number) {
        trouble(number, "service-" + number);
    }

    void trouble(int number, String service) {
        desk.log(service, "Trouble at node c-shard-00-00." + site(number) + ":27017", desk.now());
    }

    void retried(int number) {
        desk.log("service-" + number, "INFO", "Trouble at node c-shard-00-00." + site(number) + ":27017");
    }

    ProbeRequest request(int number, String probe) {
        return desk.requests.stream()
                .filter(request -> request.target().equals(target(number))
                        && request.probe().equals(probe))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    void failed(int number, String probe, Reason reason) {
        desk.failed(request(number, probe), reason, null);
    }

    void passed(int number, String probe) {
        desk.passed(request(number, probe), null);
    }

    /** Trouble, and the resolver is found not to answer. */
    void refused(int number) {
        trouble(number);
        failed(number, "dns-srv", Reason.REFUSED);
    }

    Incident of(int number) {
        return desk.state(site(number)).incidents().stream()
                .filter(incident -> target(number).equals(incident.target()))
                .findFirst()
                .orElseThrow();
    }

    List<Incident> parents() {
        return desk.state(ZONE).incidents();
    }

    Incident parent() {
        List<Incident> parents = parents();
        return parents.get(parents.size() - 1);
    }

    static List<String> said(Incident incident) {
        return incident.timeline().stream().map(Incident.TimelineEntry::what).toList();
    }

    Claim claim(int number) {
        return desk.written.stream()
                .filter(Claim.class::isInstance)
                .map(Claim.class::cast)
                .filter(claim -> claim.target().equals(target(number)))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    void resolve(Incident incident) {
        desk.read(new Command(
                "by-hand-" + desk.published.size(),
                incident.site(),
                incident.id(),
                Command.Kind.RESOLVE,
                "dana",
                "mended",
                null,
                null,
                null));
    }
}
