package dev.mendline.lab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.lab.scenario.Fault;
import dev.mendline.lab.scenario.Faults;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScenarioAssignerTest {
    private static final int SEEDS = 50;
    private static final List<String> TELLING = List.of(
            "srv",
            "refus",
            "silent",
            "hidden",
            "found",
            "servfail",
            "large",
            "truncat",
            "connect",
            "many",
            "auth",
            "health",
            "dead",
            "late",
            "wrong",
            "full",
            "closed",
            "password",
            "limit",
            "pause",
            "delete",
            "resolv",
            "credential",
            "unknown",
            "broken",
            "firewall",
            "drop",
            "alert",
            "tls",
            "certif",
            "expire",
            "renew",
            "self",
            "intercept",
            "proxy",
            "idle",
            "primary",
            "secondary",
            "failover",
            "election",
            "prefer",
            "overload",
            "txt",
            "parent",
            "pool",
            "encod",
            "exhaust",
            "timeout",
            "reset",
            "slow");

    @Test
    void the_same_seed_deals_the_same_and_another_seed_does_not() {
        assertThat(deal(42)).isEqualTo(deal(42)).isNotEqualTo(deal(43));
        assertThat(ScenarioAssigner.referenceZone(42)).isEqualTo(ScenarioAssigner.referenceZone(42));
    }

    @Test
    void every_fault_is_dealt_once_and_every_name_is_dealt_to_one() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<AssignedScenario> dealt = deal(seed);
            assertThat(dealt).extracting(AssignedScenario::fault).containsExactlyInAnyOrderElementsOf(Faults.ALL);
            assertThat(dealt).extracting(AssignedScenario::target).doesNotHaveDuplicates();
            assertThat(dealt).extracting(AssignedScenario::domain).doesNotHaveDuplicates();
            assertThat(dealt).extracting(AssignedScenario::business).doesNotHaveDuplicates();
        }
    }

    @Test
    void names_say_nothing_of_the_fault() {
        for (long seed = 0; seed < SEEDS; seed++) {
            for (AssignedScenario dealt : deal(seed)) {
                String word = dealt.target().substring(0, dealt.target().indexOf('.'));
                Business business = dealt.business();
                assertThat(dealt.target()).matches("[a-z]+\\.[a-z][a-z0-9]{4}\\.mongodb\\.test");
                assertThat(dealt.hosts()).allMatch(host -> host.startsWith(word + "-shard-00-0"));
                assertThat(Stream.of(word, business.service(), business.complaint(), business.logger(), dealt.zone()))
                        .allSatisfy(name ->
                                assertThat(name.toLowerCase(Locale.ROOT)).doesNotContain(TELLING));
            }
        }
    }

    @Test
    void neither_order_nor_size_nor_service_nor_password_gives_a_fault_away() {
        Set<Fault> first = new HashSet<>();
        Map<Fault, Set<Integer>> sizes = new HashMap<>();
        Map<Fault, Set<Business>> businesses = new HashMap<>();
        LongStream.range(0, SEEDS).mapToObj(ScenarioAssignerTest::deal).forEach(all -> {
            first.add(all.get(0).fault());
            for (AssignedScenario dealt : all) {
                sizes.computeIfAbsent(dealt.fault(), any -> new HashSet<>())
                        .add(dealt.hosts().size());
                businesses
                        .computeIfAbsent(dealt.fault(), any -> new HashSet<>())
                        .add(dealt.business());
                assertThat(dealt.password())
                        .matches("[a-z]{4,11}[@/][a-z]{4,11}")
                        .hasSize(16);
                assertThat(dealt.typed()).matches("[a-z]{4,11}[@/][a-z]{4,11}").hasSize(16);
            }
        });
        assertThat(first).hasSizeGreaterThan(15);
        assertThat(sizes)
                .allSatisfy((fault, counts) -> assertThat(counts)
                        .hasSize(fault.nodes().most() - fault.nodes().fewest() + 1)
                        .contains(fault.nodes().most()));
        assertThat(businesses.values()).allSatisfy(some -> assertThat(some).hasSizeGreaterThan(10));
    }

    @Test
    void who_needs_a_zone_of_its_own_has_one_and_is_not_alone_in_that() {
        Set<Fault> lonely = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            Map<String, List<AssignedScenario>> zones =
                    deal(seed).stream().collect(Collectors.groupingBy(AssignedScenario::zone));
            assertThat(zones)
                    .doesNotContainKey(ScenarioAssigner.referenceZone(seed))
                    .hasSize(9);
            List<Fault> alone = zones.values().stream()
                    .filter(zone -> zone.size() == 1)
                    .flatMap(Collection::stream)
                    .map(AssignedScenario::fault)
                    .toList();
            assertThat(alone)
                    .hasSizeGreaterThanOrEqualTo(6)
                    .containsAll(Faults.ALL.stream().filter(Fault::ofAZone).toList());
            lonely.addAll(alone);
        }
        assertThat(lonely).hasSizeGreaterThan(25);
    }

    @Test
    void the_demo_and_one_scenario_alone_have_their_zones_too() {
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(ScenarioAssigner.deal(seed, Faults.named(Faults.DEMO)))
                    .extracting(AssignedScenario::zone)
                    .doesNotContain(ScenarioAssigner.referenceZone(seed))
                    .satisfies(zones -> assertThat(Set.copyOf(zones)).hasSize(3));
            for (Fault fault : Faults.ALL) {
                assertThat(ScenarioAssigner.deal(seed, List.of(fault)))
                        .extracting(AssignedScenario::zone)
                        .doesNotContain(ScenarioAssigner.referenceZone(seed));
            }
        }
    }

    @Test
    void who_is_struck_together_lives_together_under_names_of_their_own() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<AssignedScenario> dealt =
                    ScenarioAssigner.deal(seed, Faults.named(List.of("shared-resolver", "healthy", "firewall")));
            List<AssignedScenario> together =
                    dealt.stream().filter(each -> each.fault().isShared()).toList();

            assertThat(dealt).hasSize(22);
            assertThat(together).hasSize(20);
            assertThat(together)
                    .extracting(AssignedScenario::zone)
                    .containsOnly(together.get(0).zone());
            assertThat(dealt)
                    .filteredOn(each -> !each.fault().isShared())
                    .extracting(AssignedScenario::zone)
                    .doesNotContain(together.get(0).zone());
            assertThat(dealt).extracting(AssignedScenario::target).doesNotHaveDuplicates();
            assertThat(dealt).extracting(AssignedScenario::business).doesNotHaveDuplicates();
        }
    }

    @Test
    void there_are_names_for_all_but_not_for_more() {
        List<String> most =
                new ArrayList<>(Faults.ALL.stream().map(Fault::name).limit(18).toList());
        most.add("shared-resolver");
        assertThat(ScenarioAssigner.deal(1, Faults.named(most))).hasSize(Business.ALL.size());
        most.add(Faults.ALL.get(18).name());
        assertThatThrownBy(() -> Faults.named(most))
                .hasMessage("at most 38 deployments at once (was 39)");
    }

    private static List<AssignedScenario> deal(long seed) {
        return ScenarioAssigner.deal(seed, Faults.ALL);
    }
}
