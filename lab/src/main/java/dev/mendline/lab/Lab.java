package dev.mendline.lab;

import dev.mendline.lab.dns.DnsServer;
import dev.mendline.lab.dns.JndiDns;
import dev.mendline.lab.dns.ZoneData;
import dev.mendline.lab.net.Closed;
import dev.mendline.lab.net.Closing;
import dev.mendline.lab.net.Ports;
import dev.mendline.model.Endpoint;
import dev.mendline.model.Inventory;
import dev.mendline.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Record;

/**
 * A small world on loopback in which each deployment has its own fault and one has none: name servers, MongoDB peers,
 * and services that use them through the real driver. Names are dealt at random; only {@link #scenarios} tells which is
 * which.
 */
public final class Lab implements AutoCloseable {
    private final List<Dealt> dealt;
    private final List<Deployment> deployments = new ArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final DnsServer resolver;
    private final DnsServer reference;
    private final Closed deadResolver;
    private @Nullable Services services;

    private Lab(long seed, Collection<String> names) throws IOException {
        dealt = Dealt.all(seed, Inventory.LOCAL_ZONE).stream()
                .filter(each -> names.contains(each.scenario().name()))
                .toList();
        try {
            List<Record> records = new ArrayList<>();
            for (Dealt each : dealt) {
                Deployment deployment = kept(Deployment.open(each));
                deployments.add(deployment);
                records.addAll(deployment.records());
            }
            ZoneData zone = new ZoneData(Deployment.name(Dealt.SUFFIX), records);
            resolver = kept(DnsServer.start(zone));
            reference = kept(DnsServer.start(zone));
            deadResolver = kept(Closed.tcpAndUdp());
        } catch (IOException | RuntimeException e) {
            Closing.all(open);
            throw e;
        }
    }

    /** Every scenario there is. */
    public static List<Kind> catalogue() {
        return Stream.of(Fault.values()).map(Fault::kind).toList();
    }

    /** The names of the scenarios that the demo shows. */
    public static List<String> demo() {
        return catalogue().stream().map(Kind::name).toList();
    }

    /** Builds the demo's world; the same seed deals the same names, ports differ. Nothing runs into a fault yet. */
    public static Lab start(long seed) {
        return start(seed, demo());
    }

    /**
     * Builds a world of these scenarios.
     *
     * @throws IllegalArgumentException when a name is none of {@link #catalogue} or stands there twice
     */
    public static Lab start(long seed, Collection<String> names) {
        List<String> allowed = catalogue().stream().map(Kind::name).toList();
        for (String name : names) {
            if (!allowed.contains(name)) {
                throw new IllegalArgumentException(
                        "no scenario '" + name + "'; there are: " + String.join(", ", allowed));
            }
            if (Collections.frequency(names, name) > 1) {
                throw new IllegalArgumentException(
                        "scenario '" + name + "' stands there twice; each may once, of: " + String.join(", ", allowed));
            }
        }
        try {
            return new Lab(seed, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T extends AutoCloseable> T kept(T thing) {
        open.add(thing);
        return thing;
    }

    /** What is wrong where, in an order that says nothing. */
    public List<Scenario> scenarios() {
        return dealt.stream().map(Dealt::scenario).toList();
    }

    /** The zone without services from which all is well unless a fault is everywhere. */
    public String referenceZone() {
        return Inventory.LOCAL_ZONE;
    }

    /** How to point a driver of one's own at a deployment of {@link #scenarios}. */
    public Access access(Scenario scenario) {
        Dealt one = dealt.stream()
                .filter(each -> each.scenario().equals(scenario))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a scenario of this lab"));
        String userInfo = one.user() + ":" + one.typed() + "@";
        List<String> hosts =
                one.hosts().stream().map(host -> Ports.LOOPBACK + " " + host).toList();
        return new Access(
                Secret.of("mongodb+srv://" + userInfo + one.target() + "/?tls=false"),
                resolverOf(one.zone()),
                one.zone(),
                null,
                hosts,
                Secret.of("mongodb://" + userInfo + String.join(",", one.hosts()) + "/?tls=false"));
    }

    /** What an operator of this world would know of it. */
    public Inventory inventory() {
        return Configuration.inventory(dealt.stream()
                .map(Dealt::zone)
                .distinct()
                .sorted()
                .map(zone -> Configuration.zone(zone, resolverOf(zone), reference.endpoint(), dealt))
                .toList());
    }

    /** The same as a fragment of {@code mendline.yaml}. */
    public String configuration() {
        return Configuration.yaml(inventory());
    }

    /** A zone's resolver is dead for all who live there, so who has a dead one has a zone of its own. */
    private Endpoint resolverOf(String zone) {
        return zone.equals(Inventory.LOCAL_ZONE)
                ? resolver.endpoint()
                : new Endpoint(Ports.LOOPBACK, deadResolver.port());
    }

    /**
     * Starts the services, once; returns when the sink has had an error of each. They go on trying until {@link #close}.
     *
     * @throws IllegalStateException when a service logs none within 30 s, the sink fails, or the lab is closed
     */
    public void run(LogSink sink) {
        started(sink).awaitErrors();
    }

    private synchronized Services started(LogSink sink) {
        if (services != null) {
            throw new IllegalStateException("the services run already");
        }
        Services started = new Services(dealt, sink);
        services = started;
        for (int i = 0; i < dealt.size(); i++) {
            Endpoint endpoint = resolverOf(dealt.get(i).zone());
            started.start(dealt.get(i), new JndiDns(endpoint), deployments.get(i));
        }
        return started;
    }

    /** What both name servers were asked, in order of each. */
    List<DnsServer.Query> queries() {
        List<DnsServer.Query> all = new ArrayList<>(resolver.queries());
        all.addAll(reference.queries());
        return all;
    }

    @Override
    public synchronized void close() {
        if (services != null) {
            services.close();
        }
        Closing.all(open);
    }
}
