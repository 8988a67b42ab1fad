package dev.mendline.lab;

import dev.mendline.lab.net.OrderedClose;
import dev.mendline.lab.scenario.Client;
import dev.mendline.lab.scenario.Cluster;
import dev.mendline.lab.scenario.Fault;
import dev.mendline.lab.scenario.Faults;
import dev.mendline.lab.service.LogSink;
import dev.mendline.lab.service.Services;
import dev.mendline.lab.tls.Authority;
import dev.mendline.lab.world.AssignedScenario;
import dev.mendline.lab.world.Deployment;
import dev.mendline.lab.world.ScenarioAssigner;
import dev.mendline.lab.world.World;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.Secret;
import dev.mendline.model.probe.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small world on loopback in which each deployment has its own fault and some have none: name servers, MongoDB peers,
 * and services that use them through the real driver. Names are dealt at random; only {@link #scenarios} tells which is
 * which.
 */
public final class Lab implements AutoCloseable {
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Authority authority = Authority.create("Lab Root R1");
    private final World world;
    private final Configuration configuration;
    private @Nullable Services services;

    private Lab(long seed, List<Fault> faults) throws IOException {
        List<AssignedScenario> dealt = ScenarioAssigner.deal(seed, faults);
        String referenceZone = ScenarioAssigner.referenceZone(seed);
        try {
            SecretFiles vault = kept(SecretFiles.open());
            Path pem = vault.keep(authority);
            Map<String, Path> passwords = new HashMap<>();
            for (AssignedScenario each : dealt) {
                passwords.put(each.target(), vault.keep(each.target(), each.typed()));
            }
            world = kept(World.open(dealt, referenceZone, authority));
            configuration = new Configuration(dealt, world, referenceZone, pem, passwords);
        } catch (IOException | RuntimeException e) {
            OrderedClose.all(open);
            throw e;
        }
    }

    /** Every scenario that breaks one deployment. */
    public static List<ScenarioKind> catalog() {
        return kinds(Faults.ALL);
    }

    /** Every scenario that strikes many deployments at once; too many names go with one to have all of them together. */
    public static List<ScenarioKind> shared() {
        return kinds(Faults.SHARED);
    }

    private static List<ScenarioKind> kinds(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new ScenarioKind(
                        fault.name(),
                        fault.title(),
                        fault.symptom(),
                        fault.cause(),
                        fault.verdict().word()))
                .toList();
    }

    /**
     * Checks names of scenarios.
     *
     * @throws IllegalArgumentException as {@link #start(long, Collection)} throws it
     */
    public static void check(Collection<String> names) {
        var unused = Faults.named(names);
    }

    /** The names of the scenarios that the demo shows. */
    public static List<String> demo() {
        return Faults.DEMO;
    }

    /** Builds the demo's world; the same seed deals the same names, ports differ. Nothing runs into a fault yet. */
    public static Lab start(long seed) {
        return start(seed, demo());
    }

    /**
     * Builds a world of these scenarios.
     *
     * @throws IllegalArgumentException when a name is none of {@link #catalog} and {@link #shared}, or stands there twice
     */
    public static Lab start(long seed, Collection<String> names) {
        List<Fault> faults = Faults.named(names);
        try {
            return new Lab(seed, faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T extends AutoCloseable> T kept(T thing) {
        open.add(0, thing);
        return thing;
    }

    /** What is wrong where, in an order that says nothing. */
    public List<Scenario> scenarios() {
        return configuration.dealt().stream().map(Lab::scenario).toList();
    }

    private static Scenario scenario(AssignedScenario one) {
        Fault fault = one.fault();
        return new Scenario(
                fault.name(),
                one.target(),
                one.service(),
                one.zone(),
                fault.symptom(),
                fault.cause(),
                fault.verdict().word(),
                fault.namesTarget(),
                fault.isShared());
    }

    /** The zone without services from which all is well unless a fault is everywhere. */
    public String referenceZone() {
        return configuration.referenceZone();
    }

    /** What an operator of this world would know of it. */
    public Inventory inventory() {
        return configuration.inventory();
    }

    /** The same and the reference zone, as a fragment of {@code mendline.yaml}; its secrets are files that go with the lab. */
    public String configuration() {
        return configuration.yaml();
    }

    /** How to point a driver of one's own at a deployment of {@link #scenarios}. */
    public Access access(Scenario scenario) {
        Deployment deployment = world.deployments().stream()
                .filter(each -> scenario(each.dealt()).equals(scenario))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a scenario of this lab"));
        Cluster cluster = deployment.cluster();
        Client client = deployment.dealt().fault().client();
        String address = deployment.address(scenario.zone());
        return new Access(
                Secret.of(client.connectionString(cluster)),
                world.resolverOf(scenario.zone()),
                scenario.zone(),
                configuration.authority(),
                cluster.nodes().stream()
                        .map(Node::host)
                        .map(host -> address + " " + host)
                        .toList(),
                Secret.of(client.seedList(cluster)));
    }

    /**
     * Starts the services, once; returns when the sink has had an error of each. They go on trying until {@link #close}.
     *
     * @throws IllegalStateException when a service logs none within 60 s, the sink fails, or the lab is closed
     */
    public void run(LogSink sink) {
        started(sink).awaitErrors();
    }

    private synchronized Services started(LogSink sink) {
        if (services != null) {
            throw new IllegalStateException("the services run already");
        }
        Services started =
                new Services(configuration.dealt().stream().map(AssignedScenario::service).toList(), sink);
        services = started;
        for (Deployment deployment : world.deployments()) {
            started.start(deployment, world.resolverOf(deployment.dealt().zone()), authority.trusting());
        }
        return started;
    }

    /** The names that the resolver of a zone was asked for so far. */
    List<String> asked(String zone) {
        return world.asked(zone);
    }

    @Override
    public synchronized void close() {
        if (services != null) {
            services.close();
        }
        OrderedClose.all(open);
        open.clear();
    }
}
