package dev.mendline.cli.probe;

import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.config.ConfigurationFile;
import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.logs.LocalEngine;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.UsageError;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.sighting.Deployments;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Captures;
import dev.mendline.model.net.Endpoint;
import dev.mendline.model.net.Network;
import dev.mendline.model.probe.Node;
import dev.mendline.probes.ProbeTarget;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that probes one deployment, one stage after the other. */
@Command(
        name = "probe",
        description = "Probe one deployment from this host, stage by stage, in the order of a driver. No Kafka.",
        mixinStandardHelpOptions = true)
public final class ProbeCommand implements Callable<Integer> {
    /** Number of lines that an application would have logged by now. One line alone may be chance. */
    private static final int LINES = 60;

    @Mixin
    private ConfigurationOptions setup = new ConfigurationOptions();

    @Option(
            names = "--allow-network",
            paramLabel = "CIDR",
            description = "Private or loopback network that may be probed.")
    private List<Network> networks = List.of();

    @Option(
            names = "--zone",
            paramLabel = "NAME",
            description = "Zone whose resolvers are used. Default: zone of the target, then the first zone.")
    private @Nullable String zone;

    @Option(
            names = "--resolver",
            paramLabel = "IP[:PORT]",
            description = "Resolver to use instead of the zone's resolvers.")
    private List<Endpoint> resolvers = List.of();

    @Option(
            names = "--reference-resolver",
            paramLabel = "IP[:PORT]",
            description = "Resolver to compare with, e.g. a public one.")
    private List<Endpoint> references = List.of();

    @Option(
            names = "--tls-ca-file",
            paramLabel = "FILE",
            description = "PEM file with the trusted authorities. Default: connection string, configuration, Java.")
    private @Nullable Path tlsCaFile;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "Time-out of one connection or answer, e.g. 500ms or 5s. Default: 3s, for DNS 2s.")
    private @Nullable Duration timeout;

    @Option(names = "--icmp", description = "Always ping the nodes. Default: only if every TCP connection timed out.")
    private boolean icmp;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print the transcript of passed probes too.")
    private boolean verbose;

    @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text or json")
    private Output output = Output.TEXT;

    @Parameters(
            paramLabel = "TARGET",
            description = "host, host:port, [IPv6]:port or a connection string; '-' reads it from standard input"
                    + " and keeps it out of process lists.")
    private String target = "";

    @Override
    public Integer call() throws IOException {
        if (timeout != null && timeout.toMillis() < 1) {
            throw new UsageError("--timeout must be at least 1ms");
        }
        ProbeTarget parsed = parse(target.equals("-") ? line() : target);
        Configuration configuration = setup.configuration();
        Catalog catalog = setup.catalog();
        NamedTarget named = new NamedTarget(parsed, configuration.inventory());
        warn(named);
        Inventory.Zone from = zone(configuration, named);
        Path caFile = checked(named.tlsCaFile(tlsCaFile));
        ProbeSession looking = new ProbeSession(
                parsed,
                named.inventory(networks, caFile, named.tls(), from),
                named.inventory(networks, caFile, true, from),
                from.name(),
                configuration.probing(timeout));
        ProbeScreen screen = new ProbeScreen(Output.out(), output == Output.TEXT, verbose, from.name());
        Stages stages = new Stages(catalog, named, looking, screen, icmp);
        stages.run();
        Optional<Incident> incident = diagnosed(catalog, configuration, stages, looking, parsed);
        output.print(
                ProbeDocument.of(parsed.target(), stages, incident),
                out -> screen.conclude(parsed.target(), stages, incident));
        return stages.passed() ? ExitCode.GOOD : ExitCode.NO;
    }

    private static String line() throws IOException {
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (line == null || line.isBlank()) {
            throw new UsageError("standard input is empty; expected a host or a connection string");
        }
        return line;
    }

    private static ProbeTarget parse(String text) {
        try {
            return ProbeTarget.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }

    private void warn(NamedTarget named) {
        if (!target.equals("-")
                && named.options().filter(ConnectionOptions::password).isPresent()) {
            System.err.println(
                    "mendline: the password in this argument is visible in process lists and shell histories;"
                            + " 'mendline probe -' reads the connection string from standard input");
        }
    }

    /** Returns the zone to probe from, with the resolvers of the command line. */
    private Inventory.Zone zone(Configuration configuration, NamedTarget named) {
        String name = zone != null ? zone : named.zone();
        UsageError.ifPresent(configuration.zoneFlaw(name));
        Inventory.Zone known = configuration.inventory().zone(name).orElseThrow();
        return new Inventory.Zone(
                name,
                resolvers.isEmpty() ? known.resolvers() : resolvers,
                references.isEmpty() ? known.referenceResolvers() : references,
                known.egress(),
                known.services(),
                known.allowNetworks());
    }

    private @Nullable Path checked(@Nullable Path caFile) {
        if (caFile != null) {
            String option = tlsCaFile != null ? "--tls-ca-file" : "tlsCAFile";
            UsageError.ifPresent(ConfigurationFile.caFlaw(caFile).map(flaw -> option + ": " + flaw));
        }
        return caFile;
    }

    /** Returns the engine's diagnosis of the lines that an application would have logged. */
    private static Optional<Incident> diagnosed(
            Catalog catalog, Configuration configuration, Stages stages, ProbeSession looking, ProbeTarget target) {
        LocalEngine local = new LocalEngine(catalog, configuration.engine(), true, Clock.systemUTC(), stages::answer);
        stages.symptom()
                .ifPresent(symptom -> local.sighted(List.of(sighting(symptom, catalog, stages, looking, target))));
        local.investigate();
        // Without a cause, the advice is about log lines, which does not help after probes.
        return local.incidents().stream()
                .filter(incident -> incident.diagnosis().leading() != null)
                .findFirst();
    }

    private static Sighting sighting(
            Catalog.Observed seen, Catalog catalog, Stages stages, ProbeSession looking, ProbeTarget target) {
        return new Sighting(
                seen.symptom(),
                seen.detail(),
                new Deployments(looking.inventory())
                        .place(target.target())
                        .map(Deployments.Place::site)
                        .orElse("probe"),
                target.target(),
                stages.known(),
                "applications on this host",
                looking.zone(),
                null,
                null,
                stages.trouble().map(ProbeCommand::captures).orElse(Captures.NONE),
                LINES,
                Instant.now(),
                List.of(),
                catalog.hash(),
                false,
                false,
                false);
    }

    private static Captures captures(Finding finding) {
        Node node = finding.node();
        Integer code = finding.facts() == null ? null : finding.facts().code();
        if (node == null) {
            return Captures.of(null, null, null, code);
        }
        return node.isAddress()
                ? Captures.of(null, node.port(), node.host(), code)
                : Captures.of(node.host(), node.port(), null, code);
    }
}
