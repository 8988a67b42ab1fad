package dev.mendline.cli;

import dev.mendline.engine.catalogue.Catalogue;
import dev.mendline.engine.recognition.Deployments;
import dev.mendline.model.Advice;
import dev.mendline.model.Captures;
import dev.mendline.model.Facts;
import dev.mendline.model.Finding;
import dev.mendline.model.Incident;
import dev.mendline.model.Inventory;
import dev.mendline.model.JournalPosition;
import dev.mendline.model.Network;
import dev.mendline.model.Node;
import dev.mendline.model.Outcome;
import dev.mendline.model.Reason;
import dev.mendline.model.Sighting;
import dev.mendline.model.Verdict;
import dev.mendline.probes.ProbeTarget;
import dev.mendline.probes.Probes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The probes by hand, one stage after the other. */
@Command(
        name = "probe",
        description = "Probe one deployment from this host, stage by stage. No Kafka.",
        mixinStandardHelpOptions = true)
final class ProbeCommand implements Callable<Integer> {
    record Answer(
            String target,
            @Nullable Verdict verdict,
            @Nullable String leading,
            List<Stage> stages,
            @Nullable Advice advice) {}

    /** A finding as incidents have it, with what a person would have seen; it stands in no journal. */
    record Stage(
            String probe,
            @Nullable Node node,
            String zone,
            Outcome.Kind outcome,
            @Nullable Reason reason,
            @Nullable Facts facts,
            Instant at,
            @Nullable JournalPosition journal,
            long millis,
            List<String> transcript) {
        static Stage of(Finding finding) {
            return new Stage(
                    finding.probe(),
                    finding.node(),
                    finding.vantage().zone(),
                    finding.outcome(),
                    finding.reason(),
                    finding.facts(),
                    finding.at(),
                    null,
                    finding.millis(),
                    finding.transcript());
        }
    }

    @Mixin
    private Setup setup = new Setup();

    @Option(
            names = "--allow-network",
            paramLabel = "CIDR",
            description = "A private or loopback network that the target may lie in.")
    private List<Network> networks = List.of();

    @Option(names = "--zone", paramLabel = "NAME", description = "The zone whose resolvers are asked.")
    private @Nullable String zone;

    @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text or json")
    private Output output = Output.TEXT;

    @Parameters(
            paramLabel = "TARGET",
            description = "host, host:port or a connection string; '-' reads it from standard input, where it shows"
                    + " in no process list.")
    private String target = "";

    @Override
    public Integer call() throws IOException {
        ProbeTarget parsed = parse(target.equals("-") ? line() : target);
        Configuration configuration = setup.configuration();
        Inventory inventory = withTarget(configuration.inventory(), parsed);
        Stages stages = new Stages(new Probes(inventory, Clock.systemUTC()), inventory, parsed, zone(inventory));
        List<Finding> found = stages.run(output == Output.TEXT ? this::print : finding -> {});
        Answer answer = answer(parsed, found, diagnosed(setup.catalogue(), configuration, stages));
        if (output == Output.TEXT) {
            print(answer);
        } else {
            Output.json(answer);
        }
        return stages.passed() ? Mendline.GOOD : Mendline.NO;
    }

    private static String line() throws IOException {
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new UsageError("nothing on standard input; a host or a connection string is needed");
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

    private String zone(Inventory inventory) {
        String name = zone != null ? zone : inventory.zones().get(0).name();
        if (inventory.zone(name).isEmpty()) {
            throw new UsageError("no zone '" + name + "' is configured; there are: "
                    + String.join(
                            ", ",
                            inventory.zones().stream().map(Inventory.Zone::name).toList()));
        }
        return name;
    }

    /** Who names a target on the command line means it; private networks still need a word. */
    private Inventory withTarget(Inventory known, ProbeTarget parsed) {
        List<String> names = new ArrayList<>();
        names.add(parsed.target());
        parsed.nodes().stream().map(Node::host).forEach(names::add);
        Optional<Inventory.Target> listed = known.targetOf(parsed.target());
        List<Network> allowed = new ArrayList<>(networks);
        listed.ifPresent(target -> allowed.addAll(target.allowNetworks()));
        List<Integer> ports =
                new ArrayList<>(parsed.nodes().stream().map(Node::port).toList());
        listed.ifPresent(target -> ports.addAll(target.ports()));
        known.suffixOf(parsed.target()).ifPresent(suffix -> allowed.addAll(suffix.allowNetworks()));
        int dot = parsed.target().indexOf('.');
        if (parsed.kind() != ProbeTarget.Kind.NODES && dot > 0) {
            names.add("*" + parsed.target().substring(dot));
        }
        List<Inventory.Target> targets = new ArrayList<>();
        targets.add(new Inventory.Target(
                parsed.target(), names, List.of(), null, null, null, null, allowed, ports, null, null, null));
        known.targets().stream()
                .filter(target -> !target.name().equals(parsed.target()))
                .forEach(targets::add);
        return new Inventory(targets, known.suffixes(), known.zones());
    }

    /** The engine's view: what failed stands for the line that an application would have logged. */
    private static Optional<Incident> diagnosed(Catalogue catalogue, Configuration configuration, Stages stages) {
        Optional<String> symptom = stages.symptom();
        LocalCase local = new LocalCase(catalogue, configuration.engine(), Clock.systemUTC(), stages::answer);
        symptom.ifPresent(id -> local.sighted(new Sighting(
                id,
                null,
                new Deployments(stages.inventory())
                        .place(stages.target())
                        .map(Deployments.Place::site)
                        .orElse("probe"),
                stages.target(),
                stages.nodes(),
                "this host",
                stages.zone(),
                null,
                Captures.NONE,
                1,
                Instant.now(),
                List.of(),
                catalogue.hash())));
        local.investigate();
        return local.incidents().stream().findFirst();
    }

    private static Answer answer(ProbeTarget parsed, List<Finding> found, Optional<Incident> incident) {
        return new Answer(
                parsed.target(),
                incident.map(each -> each.diagnosis().verdict()).orElse(null),
                incident.map(each -> each.diagnosis().leading()).orElse(null),
                found.stream().map(Stage::of).toList(),
                incident.map(Incident::advice).orElse(null));
    }

    private void print(Finding finding) {
        PrintStream out = Output.out();
        String mark = switch (finding.outcome()) {
            case PASSED -> "✓";
            case FAILED -> "✗";
            case INCONCLUSIVE -> "?";
        };
        out.printf(
                "%s %s%s  %s%s  (%d ms)%n",
                mark,
                finding.probe(),
                finding.node() == null ? "" : " " + finding.node(),
                finding.outcome().word(),
                finding.reason() == null ? "" : ": " + finding.reason().word(),
                finding.millis());
        finding.transcript().forEach(line -> out.println("    " + line));
    }

    private static void print(Answer answer) {
        PrintStream out = Output.out();
        out.println();
        Advice advice = answer.advice();
        if (advice == null) {
            boolean passed = answer.stages().stream().allMatch(stage -> stage.reason() == null);
            out.println(
                    passed
                            ? "Nothing is wrong with the way to " + answer.target() + " as far as these probes see."
                            : "It could not be told what is wrong with " + answer.target() + ".");
            return;
        }
        out.println(
                answer.leading() == null || answer.verdict() == null
                        ? advice.summary()
                        : answer.leading() + " is " + answer.verdict().word() + ". " + advice.summary());
        for (int i = 0; i < advice.steps().size(); i++) {
            out.println("  " + (i + 1) + ". " + advice.steps().get(i).replace("\n", "\n       "));
        }
        advice.links().forEach(link -> out.println("  https://www.mongodb.com/docs/" + link.path()));
    }
}
