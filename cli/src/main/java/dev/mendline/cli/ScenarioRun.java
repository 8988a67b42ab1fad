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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Lets the lab's services run into their faults, ships what they log, and compares what the pipeline says of it. */
final class ScenarioRun {
    static final String SCHEMA = "mendline.scenarios/1";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** The document of {@code demo --once -o json}; its fields are a contract. */
    record Report(String schema, long seed, boolean passed, List<Result> scenarios) {
        long right() {
            return scenarios.stream().filter(Result::right).count();
        }

        Table table() {
            Table table = new Table("TARGET", "SERVICE", "SYMPTOM", "EXPECTED", "DIAGNOSIS", "VERDICT", "AFTER", "");
            scenarios.forEach(each -> table.row(
                    each.target(),
                    each.service(),
                    each.symptom(),
                    each.expected() + " " + each.expectedVerdict(),
                    each.leading(),
                    each.verdict() == null ? null : each.verdict().word(),
                    each.millis() == null ? null : each.millis() + " ms",
                    each.right() ? "✓" : "✗"));
            return table;
        }
    }

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
    private final Map<String, Incident> incidents = new HashMap<>();

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
            while (!report.passed() && Instant.now().isBefore(end)) {
                roles.failure().ifPresent(fault -> {
                    throw new CannotWork("a part of the pipeline stopped: " + fault);
                });
                if (Closing.stopping()) {
                    throw new Interrupted();
                }
                report = report(topic.more());
            }
            return report;
        }
    }

    private Report report(Collection<Incident> all) {
        all.forEach(
                incident -> incidents.put(incident.target() == null ? incident.site() : incident.target(), incident));
        List<Result> results = lab.scenarios().stream().map(this::result).toList();
        return new Report(SCHEMA, seed, results.stream().allMatch(Result::right), results);
    }

    private Result result(Scenario scenario) {
        Optional<Incident> incident = Optional.ofNullable(incidents.get(scenario.target()));
        String leading = incident.map(each -> each.diagnosis().leading()).orElse(null);
        Verdict verdict = incident.map(each -> each.diagnosis().verdict()).orElse(null);
        boolean right = scenario.cause().equals(leading)
                && verdict != null
                && verdict.word().equals(scenario.verdict());
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
                .map(scenario -> incidents.get(scenario.target()))
                .filter(incident -> incident != null && !incident.findings().isEmpty())
                .findFirst();
    }
}
