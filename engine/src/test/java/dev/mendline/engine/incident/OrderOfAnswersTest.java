package dev.mendline.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.probe.ProbeRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Workers answer in any order; what is made of their answers must not depend on it. */
class OrderOfAnswersTest {
    private static final int WORLDS = 60;
    private static final int ORDERS = 2;

    private static final Inventory TWO_ZONES = new Inventory(
            List.of(),
            List.of(),
            List.of(zone("local", "orders"), zone("cellar", "billing"), zone("office", "nobody")));

    /** Without budgets and thresholds: they postpone, which is another test's matter. */
    private static final EngineSettings SETTINGS = StrictYaml.read(
                    "mendline.yaml",
                    "{probing: {max-per-target: 1000, max-per-site: 1000}, noise: {count: 1}}",
                    EngineSettings.class)
            .withReferenceZone("office");

    private record Ending(Diagnosis diagnosis, Advice advice, Set<String> seen) {}

    private static Inventory.Zone zone(String name, String service) {
        return new Inventory.Zone(name, List.of(), List.of(), List.of(), List.of(service), List.of());
    }

    @Test
    void any_order_of_the_answers_ends_in_the_same_diagnosis() {
        assertAlike(SmallCatalog.all(), List.of(SmallCatalog.TROUBLE));
    }

    @Test
    void so_it_does_with_the_shipped_catalog() {
        List<String> texts = Catalog.builtIn().symptoms().stream()
                .flatMap(symptom -> symptom.examples().stream().limit(1))
                .map(example -> example.text() + " (c.ab1cd.mongodb.net)")
                .toList();
        assertAlike(Catalog.builtIn(), texts);
    }

    private static void assertAlike(Catalog catalog, List<String> texts) {
        long seed = System.nanoTime();
        Set<Object> endings = new HashSet<>();
        for (long world = seed; world < seed + WORLDS; world++) {
            String text = texts.get((int) (world - seed) % texts.size());
            Ending first = ending(catalog, text, world, 0);
            for (int order = 1; order < ORDERS; order++) {
                assertThat(ending(catalog, text, world, order))
                        .as("world %d, order %d, text %s", world, order, text)
                        .isEqualTo(first);
            }
            endings.add(first.diagnosis().verdict() + " " + first.diagnosis().leading());
        }
        assertThat(endings).as("worlds differ").hasSizeGreaterThan(3);
    }

    private static Ending ending(Catalog catalog, String text, long world, int order) {
        Desk desk = new Desk(catalog, TWO_ZONES, SETTINGS);
        Random random = new Random(order);
        World deployment = new World(world);
        desk.log("orders", text, desk.now());
        desk.log("billing", text, desk.now());
        List<ProbeRequest> open = new ArrayList<>();
        int taken = 0;
        int ticks = 0;
        while (taken < desk.requests.size() || !open.isEmpty()) {
            open.addAll(desk.requests.subList(taken, desk.requests.size()));
            taken = desk.requests.size();
            deployment.answer(desk, open.remove(random.nextInt(open.size())));
            if (ticks < 4 && random.nextInt(10) == 0) {
                ticks++;
                desk.pass(Duration.ofSeconds(5));
            }
        }
        Incident incident = desk.last();
        Set<String> seen = incident.findings().stream()
                .map(found -> Check.of(found) + " " + found.outcome())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Ending(incident.diagnosis(), incident.advice(), seen);
    }
}
