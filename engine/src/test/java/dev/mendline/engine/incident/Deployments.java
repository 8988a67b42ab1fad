package dev.mendline.engine.incident;

import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.CorrelationClaim;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import java.util.List;

/** Deployments of several projects in one zone, the nth of them {@code c.p000n.mongodb.net}, and what is found of them. */
public final class Deployments {
    public static final String ZONE = "zone:local";

    /** What a whole zone may share. */
    public static final SourceFile RESOLVER = SmallCatalog.cause("resolver", """
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
    public static final SourceFile PASSWORD = SmallCatalog.cause("zz-own", """
            probes: [uri]
            confirm:
              - when: uri.exists(f, f.outcome == outcome.failed)
                because: The string is wrong.
            refute:
              - when: uri.exists(f, f.outcome == outcome.passed)
                because: The string is right.
            """);

    public final Desk desk;

    public Deployments(String settings, SourceFile... causes) {
        desk = new Desk(
                SmallCatalog.of(causes),
                Inventory.DEFAULT,
                StrictYaml.read("mendline.yaml", settings, EngineSettings.class));
    }

    public static String site(int number) {
        return "p%04d.mongodb.net".formatted(number);
    }

    public static String target(int number) {
        return "c." + site(number);
    }

    public void trouble(int number) {
        trouble(number, "service-" + number);
    }

    public void trouble(int number, String service) {
        desk.log(service, "Trouble at node c-shard-00-00." + site(number) + ":27017", desk.now());
    }

    public void retried(int number) {
        desk.log("service-" + number, "INFO", "Trouble at node c-shard-00-00." + site(number) + ":27017");
    }

    ProbeRequest request(int number, String probe) {
        return desk.requests.stream()
                .filter(request -> request.target().equals(target(number))
                        && request.probe().equals(probe))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    public void failed(int number, String probe, Reason reason) {
        desk.failed(request(number, probe), reason, null);
    }

    public void passed(int number, String probe) {
        desk.passed(request(number, probe), null);
    }

    /** Trouble, and the resolver is found not to answer. */
    public void refused(int number) {
        trouble(number);
        failed(number, "dns-srv", Reason.REFUSED);
    }

    public Incident of(int number) {
        return desk.state(site(number)).published().stream()
                .filter(incident -> target(number).equals(incident.target()))
                .findFirst()
                .orElseThrow();
    }

    public List<Incident> parents() {
        return desk.state(ZONE).published();
    }

    public Incident parent() {
        List<Incident> parents = parents();
        return parents.get(parents.size() - 1);
    }

    public static List<String> said(Incident incident) {
        return incident.timeline().stream().map(Told::of).toList();
    }

    public CorrelationClaim claim(int number) {
        return desk.written.stream()
                .filter(CorrelationClaim.class::isInstance)
                .map(CorrelationClaim.class::cast)
                .filter(claim -> claim.target().equals(target(number)))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    public void resolve(Incident incident) {
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
