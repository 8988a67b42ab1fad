package dev.mendline.cli;

import dev.mendline.engine.catalogue.Catalogue;
import dev.mendline.engine.recognition.Recogniser;
import dev.mendline.lab.Lab;
import dev.mendline.lab.Scenario;
import dev.mendline.model.Incident;
import dev.mendline.model.Node;
import dev.mendline.model.Outcome;
import dev.mendline.model.Reason;
import dev.mendline.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Lets the lab's services run into their faults, ships what they log, and compares what the pipeline says of it. */
final class ScenarioRun {
    static final String SCHEMA = "mendline.scenarios/1";
    /** Without one more that is right. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** What is right may yet become wrong: it has to stay right for so long. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    /**
     * The document of {@code demo --once -o json} and {@code lab run -o json}; its fields are a contract.
     *
     * @param passed whether every scenario is right and nothing is confirmed that is not so
     * @param wronglyConfirmed incidents that confirm a cause that is none
     */
    record Report(
            String schema, long seed, boolean passed, List<Result> scenarios, List<WronglyConfirmed> wronglyConfirmed) {
        long right() {
            return scenarios.stream().filter(Result::right).count();
        }

        /** For the demo, where the names are not to say what is wrong. */
        Table table() {
            Table table = new Table("TARGET", "SERVICE", "SYMPTOM", "EXPECTED", "DIAGNOSIS", "VERDICT", "AFTER", "");
            scenarios.forEach(each -> row(table, each.target(), each));
            return table;
        }

        Table byScenario() {
            Table table = new Table("SCENARIO", "SERVICE", "SYMPTOM", "EXPECTED", "DIAGNOSIS", "VERDICT", "AFTER", "");
            scenarios.stream()
                    .sorted(Comparator.comparing(Result::scenario))
                    .forEach(each -> row(table, each.scenario(), each));
            return table;
        }

        private static void row(Table table, String first, Result each) {
            table.row(
                    first,
                    each.service(),
                    each.symptom(),
                    each.expected() + " " + each.expectedVerdict(),
                    each.leading(),
                    each.verdict() == null ? null : each.verdict().word(),
                    each.millis() == null ? null : each.millis() + " ms",
                    each.right() ? "✓" : "✗");
        }

        String summary(Progress progress) {
            String wrong = wronglyConfirmed.stream()
                    .map(each -> "Wrongly confirmed: " + each.leading() + " for "
                            + (each.target() == null ? String.join(", ", each.services()) : each.target()) + "\n")
                    .collect(Collectors.joining());
            return String.format(
                    "%s%s  %d of %d right, in %.1f s.",
                    wrong, passed ? "✅" : "❌", right(), scenarios.size(), progress.seconds());
        }
    }

    /** An incident whose confirmed cause is not what is wrong with its deployment or service. */
    record WronglyConfirmed(
            String incident,
            @Nullable String target,
            List<String> services,
            @Nullable String leading) {}

    /** One scenario: what is so, and what the pipeline came to. */
    record Result(
            String scenario,
            String target,
            String service,
            @Nullable String symptom,
            String expected,
            String expectedVerdict,
            @Nullable String leading,
            @Nullable Verdict verdict,
            boolean right,
            @Nullable Instant firstErrorAt,
            @Nullable Instant diagnosedAt,
            @Nullable Long millis,
            List<Found> findings) {}

    /** A finding in short. */
    record Found(
            String probe,
            @Nullable Node node,
            String zone,
            Outcome.Kind outcome,
            @Nullable Reason reason) {}

    private final Lab lab;
    private final Broker broker;
    private final Roles roles;
    private final Progress progress;
    private final long seed;
    private final Map<String, Instant> firstErrors = new ConcurrentHashMap<>();
    private final Map<String, Instant> diagnosed = new HashMap<>();
    private List<Incident> incidents = List.of();

    ScenarioRun(LabPipeline pipeline, Progress progress, long seed) {
        this(pipeline.lab(), pipeline.broker(), pipeline.roles(), progress, seed);
    }

    ScenarioRun(Lab lab, Broker broker, Roles roles, Progress progress, long seed) {
        this.lab = lab;
        this.broker = broker;
        this.roles = roles;
        this.progress = progress;
        this.seed = seed;
    }

    Report run() {
        Recogniser recogniser = new Recogniser(Catalogue.builtIn());
        // Open as long as the process: the lab's services go on logging.
        KafkaProducer<String, byte[]> logs = broker.producer();
        progress.step("the services run into their faults");
        lab.run((service, line) -> {
            if (recogniser.mayMatch(line)) {
                firstErrors.putIfAbsent(service, Instant.now());
            }
            var unused = logs.send(new ProducerRecord<>(broker.topics().logs(), line));
        });
        logs.flush();
        progress.step("waiting for the diagnoses");
        return awaited();
    }

    private Report awaited() {
        Instant end = Instant.now().plus(PATIENCE);
        try (Incidents topic = new Incidents(broker)) {
            Report report = report(topic.all());
            long right = report.right();
            Instant settled = Instant.MAX;
            while (Instant.now().isBefore(settled) && Instant.now().isBefore(end)) {
                roles.failure().ifPresent(fault -> {
                    throw new CannotWork("a part of the pipeline stopped: " + fault);
                });
                if (Closing.stopping()) {
                    throw new Interrupted();
                }
                report = report(topic.more());
                if (report.right() > right) {
                    right = report.right();
                    end = Instant.now().plus(PATIENCE);
                }
                settled = !report.passed()
                        ? Instant.MAX
                        : settled.equals(Instant.MAX) ? Instant.now().plus(SETTLED) : settled;
            }
            return report;
        }
    }

    private Report report(Collection<Incident> all) {
        incidents = all.stream()
                .sorted(Comparator.comparing(Incident::openedAt).reversed())
                .toList();
        List<Result> results = lab.scenarios().stream().map(this::result).toList();
        List<WronglyConfirmed> wrong = incidents.stream()
                .filter(this::wronglyConfirmed)
                .map(each -> new WronglyConfirmed(
                        each.id(),
                        each.target(),
                        each.services(),
                        each.diagnosis().leading()))
                .toList();
        boolean passed = wrong.isEmpty() && results.stream().allMatch(Result::right);
        return new Report(SCHEMA, seed, passed, results, wrong);
    }

    private boolean wronglyConfirmed(Incident incident) {
        return incident.diagnosis().verdict() == Verdict.CONFIRMED
                && lab.scenarios().stream()
                        .filter(scenario -> concerns(incident, scenario))
                        .noneMatch(scenario -> right(incident, scenario));
    }

    private static boolean concerns(Incident incident, Scenario scenario) {
        return incident.target() == null
                ? incident.services().contains(scenario.service())
                : incident.target().equals(scenario.target());
    }

    private static boolean right(Incident incident, Scenario scenario) {
        return scenario.cause().equals(incident.diagnosis().leading())
                && incident.diagnosis().verdict().word().equals(scenario.verdict());
    }

    /** The newest of its deployment, or where its log names none, that of its service. */
    private Optional<Incident> incident(Scenario scenario) {
        return incidents.stream()
                .filter(incident -> concerns(incident, scenario))
                .min(Comparator.comparing(incident -> scenario.namesTarget() != (incident.target() != null)));
    }

    private Result result(Scenario scenario) {
        Optional<Incident> incident = incident(scenario);
        String leading = incident.map(each -> each.diagnosis().leading()).orElse(null);
        Verdict verdict = incident.map(each -> each.diagnosis().verdict()).orElse(null);
        boolean right = incident.filter(each -> right(each, scenario)).isPresent();
        if (right
                && diagnosed.putIfAbsent(
                                scenario.target(), incident.orElseThrow().updatedAt())
                        == null) {
            progress.step(scenario.target() + ": " + leading + ", " + scenario.verdict());
        }
        Instant first = firstErrors.get(scenario.service());
        Instant done = diagnosed.get(scenario.target());
        return new Result(
                scenario.name(),
                scenario.target(),
                scenario.service(),
                incident.map(each -> each.symptoms().get(0).id()).orElse(null),
                scenario.cause(),
                scenario.verdict(),
                leading,
                verdict,
                right,
                first,
                done,
                first == null || done == null
                        ? null
                        : Math.max(0, Duration.between(first, done).toMillis()),
                incident.map(ScenarioRun::findings).orElse(List.of()));
    }

    private static List<Found> findings(Incident incident) {
        return incident.findings().stream()
                .map(each -> new Found(each.probe(), each.node(), each.zone(), each.outcome(), each.reason()))
                .toList();
    }

    /** A confirmed one, to show what a message looks like. */
    Optional<Incident> aDiagnosis() {
        return lab.scenarios().stream()
                .filter(scenario -> scenario.verdict().equals("confirmed"))
                .flatMap(scenario -> incident(scenario).stream())
                .filter(incident -> !incident.findings().isEmpty())
                .findFirst();
    }
}
