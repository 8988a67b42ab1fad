package dev.mendline.cli.lab;

import dev.mendline.cli.incidents.Incidents;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.output.Progress;
import dev.mendline.cli.process.Interrupted;
import dev.mendline.cli.process.OpenResources;
import dev.mendline.engine.recognition.Recognizer;
import dev.mendline.lab.Scenario;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Run of the lab's services. Ships their logs to the pipeline and compares its diagnoses with the expected ones. */
public final class ScenarioRun {
    /** Time without a new correct diagnosis after which the run gives up. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Time for which all diagnoses must stay correct. */
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final LabPipeline pipeline;
    private final Progress progress;
    private final long seed;
    private final Map<String, Instant> firstErrors = new ConcurrentHashMap<>();
    private final Map<String, Instant> diagnosed = new HashMap<>();
    private List<Incident> incidents = List.of();

    public ScenarioRun(LabPipeline pipeline, Progress progress, long seed) {
        this.pipeline = pipeline;
        this.progress = progress;
        this.seed = seed;
    }

    public ScenarioReport run() {
        Broker broker = pipeline.broker();
        Recognizer recognizer = new Recognizer(pipeline.catalog());
        // Not closed before the process ends, because the services keep logging.
        KafkaProducer<String, byte[]> logs = broker.producer();
        progress.step("starting the services");
        pipeline.lab().run((service, line) -> {
            if (recognizer.mayMatch(line)) {
                firstErrors.putIfAbsent(service, Instant.now());
            }
            var unused = logs.send(new ProducerRecord<>(broker.topics().logs(), line));
        });
        logs.flush();
        progress.step("waiting for the diagnoses");
        return awaited();
    }

    private ScenarioReport awaited() {
        Instant end = Instant.now().plus(PATIENCE);
        try (Incidents topic = new Incidents(pipeline.broker())) {
            ScenarioReport report = report(topic.all());
            long right = report.right();
            Instant settled = Instant.MAX;
            while (Instant.now().isBefore(settled) && Instant.now().isBefore(end)) {
                pipeline.roles().requireNoFailure();
                if (OpenResources.isShuttingDown()) {
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

    private ScenarioReport report(Collection<Incident> all) {
        incidents = all.stream()
                .sorted(Comparator.comparing(Incident::openedAt).reversed())
                .toList();
        List<ScenarioReport.Result> results =
                pipeline.lab().scenarios().stream().map(this::result).toList();
        List<ScenarioReport.WronglyConfirmed> wrong = incidents.stream()
                .filter(this::wronglyConfirmed)
                .map(each -> new ScenarioReport.WronglyConfirmed(
                        each.id(),
                        each.target(),
                        each.services(),
                        each.diagnosis().leading()))
                .toList();
        boolean passed = wrong.isEmpty() && results.stream().allMatch(ScenarioReport.Result::right);
        return new ScenarioReport(ScenarioReport.SCHEMA, seed, passed, results, wrong);
    }

    private boolean wronglyConfirmed(Incident incident) {
        return incident.diagnosis().verdict() == Verdict.CONFIRMED
                && pipeline.lab().scenarios().stream()
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

    /** Returns the newest incident of the deployment, or of the service if its log names no deployment. */
    private Optional<Incident> incident(Scenario scenario) {
        return incidents.stream()
                .filter(incident -> concerns(incident, scenario))
                .min(Comparator.comparing(incident -> scenario.namesTarget() != (incident.target() != null)));
    }

    private ScenarioReport.Result result(Scenario scenario) {
        Optional<Incident> incident = incident(scenario);
        String leading = incident.map(each -> each.diagnosis().leading()).orElse(null);
        Verdict verdict = incident.map(each -> each.diagnosis().verdict()).orElse(null);
        boolean right = incident.filter(each -> right(each, scenario))
                .filter(each -> !scenario.shared() || each.parent() != null)
                .isPresent();
        if (right
                && diagnosed.putIfAbsent(
                                scenario.target(), incident.orElseThrow().updatedAt())
                        == null) {
            progress.step(scenario.target() + ": " + leading + ", " + scenario.verdict());
        }
        Instant first = firstErrors.get(scenario.service());
        Instant done = diagnosed.get(scenario.target());
        return new ScenarioReport.Result(
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
                incident.map(ScenarioRun::findings).orElse(List.of()),
                incident.map(Incident::parent).orElse(null));
    }

    private static List<ScenarioReport.Found> findings(Incident incident) {
        return incident.findings().stream()
                .map(each ->
                        new ScenarioReport.Found(each.probe(), each.node(), each.zone(), each.outcome(), each.reason()))
                .toList();
    }

    /** Returns a confirmed incident, to show its message. */
    Optional<Incident> aDiagnosis() {
        return pipeline.lab().scenarios().stream()
                .filter(scenario -> scenario.verdict().equals("confirmed"))
                .flatMap(scenario -> incident(scenario).stream())
                .filter(incident -> !incident.findings().isEmpty())
                .findFirst();
    }
}
