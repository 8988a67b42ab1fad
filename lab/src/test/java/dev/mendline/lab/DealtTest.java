package dev.mendline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DealtTest {
    private static final List<String> TELLING = List.of(
            "srv",
            "refus",
            "found",
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
            "broken");

    @Test
    void the_same_seed_deals_the_same_and_another_seed_does_not() {
        assertThat(Dealt.all(42, "local")).isEqualTo(Dealt.all(42, "local")).isNotEqualTo(Dealt.all(43, "local"));
    }

    @Test
    void every_fault_is_dealt_once_and_every_name_is_dealt_to_one() {
        for (long seed = 0; seed < 50; seed++) {
            List<Dealt> dealt = Dealt.all(seed, "local");
            assertThat(dealt).extracting(Dealt::fault).containsExactlyInAnyOrder(Fault.values());
            assertThat(dealt).extracting(Dealt::target).doesNotHaveDuplicates();
            assertThat(dealt).extracting(Dealt::business).doesNotHaveDuplicates();
        }
    }

    @Test
    void names_say_nothing_of_the_fault() {
        for (long seed = 0; seed < 50; seed++) {
            for (Dealt dealt : Dealt.all(seed, "local")) {
                String word = dealt.target().substring(0, dealt.target().indexOf('.'));
                assertThat(dealt.target()).matches("[a-z]+\\.[a-z][a-z0-9]{4}\\.mongodb\\.test");
                assertThat(dealt.hosts()).allMatch(host -> host.startsWith(word + "-shard-00-0"));
                assertThat(Stream.of(
                                word,
                                dealt.business().service(),
                                dealt.business().complaint(),
                                dealt.zone()))
                        .noneMatch(
                                name -> TELLING.stream().anyMatch(name.toLowerCase(java.util.Locale.ROOT)::contains));
            }
        }
    }

    @Test
    void neither_order_nor_size_nor_service_gives_a_fault_away() {
        Set<Fault> first = new HashSet<>();
        Set<Fault> largest = new HashSet<>();
        Set<String> serviceOfTheDead = new HashSet<>();
        LongStream.range(0, 50).mapToObj(seed -> Dealt.all(seed, "local")).forEach(all -> {
            first.add(all.get(0).fault());
            assertThat(all)
                    .filteredOn(dealt -> dealt.fault().inDns())
                    .anyMatch(dealt -> dealt.hosts().size() == 3);
            all.stream().filter(dealt -> dealt.hosts().size() == 3).forEach(dealt -> largest.add(dealt.fault()));
            all.stream()
                    .filter(dealt -> dealt.fault() == Fault.DEAD_RESOLVER)
                    .forEach(dealt -> serviceOfTheDead.add(dealt.business().service()));
        });
        assertThat(first).hasSize(Fault.values().length);
        assertThat(largest).hasSize(Fault.values().length);
        assertThat(serviceOfTheDead).hasSizeGreaterThan(5);
    }
}
