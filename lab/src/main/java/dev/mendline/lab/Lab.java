package dev.mendline.lab;

import dev.mendline.lab.net.OrderedClose;
import dev.mendline.lab.scenario.Client;
import dev.mendline.lab.scenario.Cluster;
import dev.mendline.lab.scenario.Fault;
import dev.mendline.lab.scenario.Faults;
import dev.mendline.lab.scenario.ScenarioKind;
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
 * Lab on loopback: name servers, MongoDB peers, and services that use them through the real driver. Each deployment has
 * one fault or none. Names are assigned at random; only {@link #scenarios} reveals the faults.
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
            SecretFiles vault = kept(new SecretFiles());
            Path pem = authority.writePem(vault.file("authority.pem"));
            Map<String, Path> passwords = new HashMap<>();
            for (AssignedScenario each : dealt) {
                passwords.put(each.target(), vault.keepPassword(each.target(), each.typed()));
            }
            world = kept(World.open(dealt, referenceZone, authority));
            configuration = new Configuration(dealt, world, referenceZone, pem, passwords);
        } catch (IOException | RuntimeException e) {
            OrderedClose.all(open);
            throw e;
        }
    }

    /** Returns all scenarios that affect one deployment. */
    public static List<ScenarioKind> catalog() {
        return Faults.ALL.stream().map(Fault::kind).toList();
    }

    /** Returns all scenarios that affect many deployments; there are too few names to start all of them together. */
    public static List<ScenarioKind> shared() {
        return Faults.SHARED.stream().map(Fault::kind).toList();
    }

    /**
     * Checks scenario names.
     *
     * @throws IllegalArgumentException if {@link #start(long, Collection)} would throw it
     */
    public static void check(Collection<String> names) {
        var unused = Faults.named(names);
    }

    /** Returns the names of the demo's scenarios. */
    public static List<String> demo() {
        return Faults.DEMO;
    }

    /** Starts the demo's lab. The same seed assigns the same names, with different ports. No service runs yet. */
    public static Lab start(long seed) {
        return start(seed, demo());
    }

    /**
     * Starts a lab with these scenarios.
     *
     * @throws IllegalArgumentException if a name is not in {@link #catalog} or {@link #shared}, or occurs twice
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

    /** Returns the scenario of each deployment, in an order unrelated to the faults. */
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
                fault.kind().symptom(),
                fault.kind().cause(),
                fault.kind().verdict(),
                fault.namesTarget(),
                fault.isShared());
    }

    /** Returns the reference zone, which has no services and sees only faults that exist everywhere. */
    public String referenceZone() {
        return configuration.referenceZone();
    }

    /** Returns the inventory that an operator would have. */
    public Inventory inventory() {
        return configuration.inventory();
    }

    /**
     * Returns inventory and reference zone as a fragment of {@code mendline.yaml}; its secrets are files that the lab
     * deletes on close.
     */
    public String configuration() {
        return configuration.yaml();
    }

    /** Returns connection details of a deployment of {@link #scenarios} for an external driver. */
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
     * Starts the services, once, and returns when the sink has an error of each. They continue until {@link #close}.
     *
     * @throws IllegalStateException if a service logs no error within 60 s, the sink fails, or the lab is closed
     */
    public void run(LogSink sink) {
        started(sink).awaitErrors();
    }

    private synchronized Services started(LogSink sink) {
        if (services != null) {
            throw new IllegalStateException("the services run already");
        }
        Services started = new Services(
                configuration.dealt().stream().map(AssignedScenario::service).toList(), sink);
        services = started;
        for (Deployment deployment : world.deployments()) {
            started.start(deployment, world.resolverOf(deployment.dealt().zone()), authority.trusting());
        }
        return started;
    }

    /** Returns the names that a zone's resolver was asked for so far. */
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
