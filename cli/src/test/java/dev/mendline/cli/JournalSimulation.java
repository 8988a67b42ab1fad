package dev.mendline.cli;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Example;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.engine.incident.IncidentEngine;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.engine.sighting.SightingFactory;
import dev.mendline.model.Json;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.journal.Tick;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import dev.mendline.model.probe.Vantage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * Hours of a world from a seed, as a journal has them: deployments fall ill and recover, drivers log it, workers answer
 * what the engine asks for, some late, some twice, some not at all, people say what they say, and time passes.
 */
final class JournalSimulation {
    static final int PARTITIONS = 3;

    /** Few enough at once that a site of many deployments has too many. */
    static final EngineSettings SETTINGS = StrictYaml.read(
                    "mendline.yaml",
                    "{timing: {tick-every: 1d}, limits: {open-per-site: 6, new-targets-per-hour: 9},"
                            + " probing: {max-per-target: 12, max-per-site: 30}}",
                    EngineSettings.class)
            .withReferenceZone("outside")
            .withAtlasTargets(Set.of("c0.p1.mongodb.net", "c0.p2.mongodb.net", "c0.p3.mongodb.net"));

    /** Not long ago, for a broker forgets a producer whose last record says that it is a day old. */
    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(6));

    private static final int TICK = 20;
    private static final int HOURS = 2;
    private static final int TAIL = 7_500;
    /** What a worker may say; that none answered only the engine knows. */
    private static final List<Reason> REASONS = Arrays.stream(Reason.values())
            .filter(reason -> reason != Reason.NO_ANSWER)
            .toList();

    private final Random random;
    private final int percent;
    private final Catalog catalog = Catalog.builtIn();
    private final List<Sighting> forms = forms(catalog);
    private final List<SimulatedPlace> places;
    private final Map<String, SimulatedPlace> byTarget = new HashMap<>();
    private final TreeMap<Instant, List<JournalRecord>> later = new TreeMap<>();
    private final long[] ends = new long[PARTITIONS];
    final JournalFold fold = new JournalFold(new IncidentEngine(catalog, SETTINGS));
    final List<JournalEntry> entries = new ArrayList<>();
    private Instant now = START;
    private int sightings;
    private int commands;
    private int asked;
    private int told;

    private JournalSimulation(long seed, int seconds, int percent) {
        this.percent = percent;
        random = new Random(seed);
        places = SimulatedPlace.some(random, seconds);
        places.stream().filter(place -> place.target() != null).forEach(place -> byTarget.put(place.target(), place));
    }

    /**
     * Two hours of it, and two more in which all recover; {@code percent} is how many lines there are of 100 seconds of
     * an outage.
     */
    static JournalSimulation of(long seed, int percent) {
        int seconds = HOURS * 3_600;
        JournalSimulation simulation = new JournalSimulation(seed, seconds, percent);
        for (int second = 0; second < seconds + TAIL; second++) {
            simulation.second(second, seconds);
        }
        return simulation;
    }

    /** What the texts of all symptoms tell in the words of all drivers. */
    private static List<Sighting> forms(Catalog catalog) {
        SightingFactory sighter = new SightingFactory(catalog, Inventory.DEFAULT, new Redactor(List.of()), true);
        List<Sighting> forms = new ArrayList<>();
        for (Symptom symptom : catalog.symptoms()) {
            for (Example example : symptom.examples()) {
                LogEvent event = LogEvent.of(START, "ERROR", "orders", example.text());
                sighter.sight(event, new Coordinates("logs", 0, forms.size()), START)
                        .ifPresent(forms::add);
            }
        }
        return forms;
    }

    private void second(int second, int seconds) {
        now = START.plusSeconds(second).plusMillis(random.nextInt(200));
        for (SimulatedPlace place : places) {
            if (place.isIll(second)) {
                log(place);
            }
        }
        if (second < seconds && random.nextInt(40) == 0) {
            say();
        }
        while (!later.isEmpty() && !later.firstKey().isAfter(now)) {
            later.pollFirstEntry().getValue().forEach(this::append);
        }
        if (second % TICK == 0) {
            for (int partition = 0; partition < PARTITIONS; partition++) {
                if (fold.needsTicks(partition)) {
                    append(partition, null, new Tick(partition));
                }
            }
        }
    }

    private void log(SimulatedPlace place) {
        int chances = place.kind() == SimulatedPlace.Ill.HARDLY ? 33 : percent;
        for (int left = chances; left > 0; left -= 100) {
            if (random.nextInt(100) < left) {
                append(sighting(place));
            }
        }
    }

    private Sighting sighting(SimulatedPlace place) {
        Sighting form = form(place);
        if (place.kind() == SimulatedPlace.Ill.HARDLY || place.kind() == SimulatedPlace.Ill.RIDDEN_OUT) {
            form = forms.stream()
                    .filter(noisy -> noisy.symptom().equals("connection-reset"))
                    .findFirst()
                    .orElseThrow();
        }
        boolean old = place.kind() == SimulatedPlace.Ill.LONG_AGO && random.nextInt(20) != 0;
        List<Node> nodes = place.nodes();
        String service = place.services().get(random.nextInt(place.services().size()));
        return new Sighting(
                form.symptom(),
                form.detail(),
                place.site(),
                place.target(),
                nodes.isEmpty() ? nodes : nodes.subList(0, 1 + random.nextInt(nodes.size())),
                service,
                service.equals("billing") ? "inner" : "local",
                form.driver(),
                form.runtime(),
                form.captures().withoutNode(),
                place.kind() == SimulatedPlace.Ill.HARDLY ? 1 : 1 + random.nextInt(9),
                old ? now.minusSeconds(3_600) : now,
                form.samples(),
                form.catalog(),
                place.kind() == SimulatedPlace.Ill.RIDDEN_OUT && random.nextInt(200) != 0,
                false,
                false);
    }

    /** One deployment's trouble shows in two symptoms, and now and then in another, all in their turn. */
    private Sighting form(SimulatedPlace place) {
        List<Symptom> symptoms = catalog.symptoms().stream()
                .filter(symptom -> !symptom.examples().isEmpty())
                .toList();
        int number = sightings++ % 12 == 0 ? sightings / 12 : places.indexOf(place) + random.nextInt(2);
        String symptom = symptoms.get(number % symptoms.size()).id();
        List<Sighting> those =
                forms.stream().filter(form -> form.symptom().equals(symptom)).toList();
        return those.get(random.nextInt(those.size()));
    }

    /** Through whatever the engine writes in answer, for that stands in the journal behind it. */
    private void append(JournalRecord record) {
        String site = String.valueOf(record.site());
        int partition = BuiltInPartitioner.partitionForKey(site.getBytes(StandardCharsets.UTF_8), PARTITIONS);
        append(partition, site, record);
    }

    private void append(int partition, @Nullable String key, JournalRecord record) {
        JournalEntry entry = new JournalEntry(partition, ends[partition]++, now, key, Json.bytes(record));
        entries.add(entry);
        fold.read(entry);
        now = now.plusMillis(1);
        for (; asked < fold.requests.size(); asked++) {
            answer(fold.requests.get(asked));
        }
        while (told < fold.written.size()) {
            append(fold.written.get(told++));
        }
    }

    private void answer(ProbeRequest request) {
        int luck = random.nextInt(100);
        if (luck < 5) {
            return;
        }
        Instant at = luck < 9
                ? request.deadline().plusSeconds(TICK + random.nextInt(60))
                : now.plusMillis(100 + random.nextInt(9_000));
        Finding finding = finding(request, at);
        plan(at, finding);
        if (luck < 20) {
            plan(at.plusSeconds(random.nextInt(30)), luck < 15 ? finding : finding(request, at));
        }
    }

    private Finding finding(ProbeRequest request, Instant at) {
        SimulatedPlace place = byTarget.get(request.target());
        boolean ill = place.isIll((int) Duration.between(START, at).toSeconds());
        Outcome outcome = outcome(ill, random.nextInt(100));
        Facts facts = outcome.kind() == Outcome.Kind.INCONCLUSIVE
                ? null
                : new RandomFacts(random, place.nodes()).of(request.probe());
        return new Finding(
                request.id(),
                request.site(),
                request.target(),
                request.probe(),
                request.node(),
                outcome.kind(),
                outcome.reason(),
                facts,
                at,
                random.nextInt(3_000),
                new Vantage(request.zone(), List.of("10.0.0.2:53"), List.of()),
                List.of("$ looked", "and saw"),
                List.of());
    }

    private Outcome outcome(boolean ill, int luck) {
        Reason reason = REASONS.get(random.nextInt(REASONS.size()));
        if (luck < (ill ? 55 : 1)) {
            return new Outcome.Failed(reason);
        }
        return luck < (ill ? 65 : 3) ? new Outcome.Inconclusive(reason) : new Outcome.Passed();
    }

    private void plan(Instant at, JournalRecord record) {
        later.computeIfAbsent(at, instant -> new ArrayList<>()).add(record);
    }

    private void say() {
        List<Incident> known = List.copyOf(fold.newest.values());
        if (known.isEmpty()) {
            return;
        }
        Incident about = known.get(random.nextInt(known.size()));
        Command.Kind kind = Command.Kind.values()[random.nextInt(Command.Kind.values().length)];
        boolean right = random.nextBoolean();
        Command command = new Command(
                "said-" + commands++,
                about.site(),
                random.nextInt(30) == 0 ? "nobody" : about.id(),
                kind,
                "person-" + random.nextInt(8),
                random.nextInt(6) == 0 ? null : "for reasons",
                kind == Command.Kind.SILENCE ? now.plusSeconds(random.nextInt(3_000) - 100) : null,
                kind == Command.Kind.FEEDBACK ? right : null,
                kind == Command.Kind.FEEDBACK && !right ? "node-refuses" : null);
        append(command);
        if (random.nextInt(5) == 0) {
            plan(now.plusSeconds(random.nextInt(60)), command);
        }
    }
}
