package dev.mendline.lab.world;

import dev.mendline.lab.dns.DnsResponder;
import dev.mendline.lab.dns.ZoneData;
import dev.mendline.lab.net.OrderedClose;
import dev.mendline.lab.scenario.Names;
import dev.mendline.lab.scenario.Resolver;
import dev.mendline.lab.tls.Authority;
import dev.mendline.model.net.Endpoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/** All deployments of a lab, with a resolver per zone. */
public final class World implements AutoCloseable {
    private static final Name ORIGIN = Name.fromConstantString(AssignedScenario.SUFFIX + ".");

    /** Key of the public name server, which the reference resolver uses; not a zone. */
    private static final String PUBLIC = "";

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<Deployment> deployments = new ArrayList<>();
    private final Map<String, Resolver.Open> resolvers = new TreeMap<>();

    private World() {}

    /**
     * Builds the world.
     *
     * @param referenceZone zone without services
     */
    public static World open(List<AssignedScenario> dealt, String referenceZone, Authority authority)
            throws IOException {
        World world = new World();
        try {
            for (AssignedScenario each : dealt) {
                world.deployments.add(world.kept(Deployment.open(each, authority)));
            }
            TreeSet<String> zones = new TreeSet<>(List.of(referenceZone, PUBLIC));
            dealt.forEach(each -> zones.add(each.zone()));
            for (String zone : zones) {
                world.resolvers.put(zone, world.kept(world.resolver(zone).open(world.answering(zone))));
            }
            return world;
        } catch (IOException | RuntimeException e) {
            world.close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T kept(T thing) {
        open.add(thing);
        return thing;
    }

    private List<Deployment> in(String zone) {
        return deployments.stream()
                .filter(deployment -> deployment.dealt().zone().equals(zone))
                .toList();
    }

    private Resolver resolver(String zone) {
        return in(zone).stream()
                .map(deployment -> deployment.dealt().fault().names().resolver())
                .filter(resolver -> resolver != Resolver.SOUND)
                .findFirst()
                .orElse(Resolver.SOUND);
    }

    private DnsResponder answering(String zone) {
        List<Record> records = deployments.stream()
                .flatMap(deployment -> deployment.records(zone).stream())
                .toList();
        DnsResponder answering = new ZoneData(ORIGIN, records);
        for (Deployment deployment : in(zone)) {
            Names names = deployment.dealt().fault().names();
            answering = names.at(answering, deployment.cluster());
        }
        return answering;
    }

    public List<Deployment> deployments() {
        return deployments;
    }

    /** Returns the zones, including the reference zone. */
    public List<String> zones() {
        return resolvers.keySet().stream().filter(zone -> !zone.equals(PUBLIC)).toList();
    }

    /** Returns the resolver of the zone's hosts ({@code resolv.conf}). */
    public Endpoint resolverOf(String zone) {
        Resolver.Open resolver = resolvers.get(zone);
        if (resolver == null) {
            throw new IllegalArgumentException("no zone " + zone);
        }
        return resolver.endpoint();
    }

    /** Returns the reference resolver of all zones. */
    public Endpoint referenceResolver() {
        return resolverOf(PUBLIC);
    }

    /** Returns the names that a zone's resolver was asked for so far. */
    public List<String> asked(String zone) {
        Resolver.Open resolver = resolvers.get(zone);
        return resolver == null ? List.of() : resolver.asked();
    }

    @Override
    public void close() {
        OrderedClose.all(open);
    }
}
