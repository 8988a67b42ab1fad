package dev.mendline.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.Secret;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.Probe;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Resolvers;
import dev.mendline.probes.spi.Subject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbesTest {
    private static final Clock CLOCK = Clock.fixed(Lookout.NOW, ZoneOffset.UTC);

    /** A probe with a fault. */
    private static final class Broken implements Probe {
        @Override
        public String id() {
            return "broken";
        }

        @Override
        public List<String> names(Subject subject) {
            return List.of();
        }

        @Override
        public Observation run(Subject subject) {
            throw new IllegalStateException("hunter2");
        }
    }

    @Test
    void there_is_a_probe_of_each_kind_that_does_not_ask_atlas() {
        assertThat(new Probes(Inventory.DEFAULT, CLOCK, ProbeSettings.DEFAULT).ids())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProbeKind.values())
                        .filter(kind -> !kind.asksAtlas())
                        .map(ProbeKind::id)
                        .toList());
    }

    /** Anybody can have a cluster under Atlas' suffix, and a log line can name it. */
    @Test
    void tells_a_targets_credentials_to_its_own_nodes_alone() {
        List<Subject> asked = new ArrayList<>();
        Probe listening = new Probe() {
            @Override
            public String id() {
                return "listening";
            }

            @Override
            public List<String> names(Subject subject) {
                return List.of();
            }

            @Override
            public Observation run(Subject subject) {
                asked.add(subject);
                return Observation.inconclusive(Reason.OTHER, "heard");
            }
        };
        Inventory inventory = new Inventory(
                List.of(new Inventory.Target(
                        Lookout.TARGET,
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        new Inventory.Credentials("alice", Secret.of("hunter2"), null),
                        null,
                        null)),
                List.of(),
                List.of());
        Probes probes = new Probes(inventory, CLOCK, Lookout.QUICK, List.of(listening));

        for (String node : List.of(Lookout.NODE, "mallory-shard-00-00.x0x0x.mongodb.net")) {
            probes.run(Lookout.request("listening", Lookout.TARGET, Node.of(node)));
        }

        assertThat(asked).extracting(subject -> subject.credentials() == null).containsExactly(false, true);
    }

    @Test
    void turns_a_fault_of_a_probe_into_a_finding_that_shows_its_class_alone() {
        Probes probes = new Probes(Inventory.DEFAULT, CLOCK, Lookout.QUICK, List.of(new Broken()));

        Finding finding = probes.run(Lookout.request("broken", Lookout.TARGET, null));

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
        assertThat(finding.reason()).isEqualTo(Reason.OTHER);
        assertThat(finding.transcript())
                .containsExactly("Internal error of the probe: java.lang.IllegalStateException");
    }

    @Test
    void answers_a_request_for_a_probe_that_it_does_not_have() {
        Finding finding = new Probes(Inventory.DEFAULT, CLOCK, ProbeSettings.DEFAULT)
                .run(Lookout.request("quic", Lookout.TARGET, null));

        assertThat(finding.reason()).isEqualTo(Reason.OTHER);
        assertThat(finding.transcript())
                .containsExactly("This version has no such probe; it has auth, connections, dns-host, dns-srv, dns-txt,"
                        + " hello, icmp, tcp, tls, uri");
    }

    @Test
    void answers_a_request_from_a_zone_that_is_not_configured() {
        ProbeRequest request = Lookout.request("dns-srv", Lookout.TARGET, null);
        ProbeRequest elsewhere = new ProbeRequest(
                request.id(),
                request.site(),
                request.incident(),
                request.probe(),
                request.target(),
                null,
                "moon",
                request.deadline());

        Finding finding = new Probes(Inventory.DEFAULT, CLOCK, ProbeSettings.DEFAULT).run(elsewhere);

        assertThat(finding.reason()).isEqualTo(Reason.OTHER);
        assertThat(finding.vantage().zone()).isEqualTo("moon");
        assertThat(finding.vantage().resolvers()).isEmpty();
    }

    @Test
    void takes_this_hosts_resolvers_where_the_zone_names_none() {
        assertThat(Resolvers.of(Inventory.DEFAULT.zones().get(0)).system()).isNotEmpty();
    }

    @Test
    void wants_time_limits_that_fit_into_each_other() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProbeSettings(
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(10),
                        null))
                .withMessage("a probe of 10000 ms does not hold two DNS queries, a connection and two answers, which"
                        + " may take 13000 ms");
    }
}
