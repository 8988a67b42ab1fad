package dev.mendline.model.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules that each row of the table of probes keeps. */
class ProbeKindTest {
    @Test
    void each_facts_record_belongs_to_one_kind() {
        assertThat(ProbeKind.values()).extracting(kind -> (Object) kind.facts()).containsExactlyInAnyOrder((Object[])
                Facts.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @EnumSource(ProbeKind.class)
    void an_id_is_lower_case_with_hyphens_and_finds_its_kind(ProbeKind kind) {
        assertThat(kind.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(ProbeKind.of(kind.id())).contains(kind);
        assertThat(ProbeKind.matches(kind.id(), each -> each == kind)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ProbeKind.class)
    void what_needs_a_connection_looks_at_a_node_after_tcp(ProbeKind kind) {
        if (kind.needsTcp()) {
            assertThat(kind.isPerNode()).isTrue();
            assertThat(kind).isGreaterThan(ProbeKind.TCP);
        }
        assertThat(!kind.needsLogin() || kind.needsTcp()).isTrue();
        assertThat(!kind.needsOneNodeOnly() || kind.isPerNode()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ProbeKind.class)
    void a_step_of_a_driver_blocks_resolution_and_atlas_does_not(ProbeKind kind) {
        assertThat(!kind.isDriverStep() || kind.blocksResolution()).isTrue();
        assertThat(kind.asksAtlas() && kind.blocksResolution()).isFalse();
        assertThat(kind.asksAtlas()).isEqualTo(kind.id().startsWith("atlas-"));
    }

    @Test
    void only_the_echo_and_atlas_leave_an_incident_free_to_resolve() {
        EnumSet<ProbeKind> free = EnumSet.noneOf(ProbeKind.class);
        Arrays.stream(ProbeKind.values())
                .filter(kind -> !kind.blocksResolution() && !kind.asksAtlas())
                .forEach(free::add);

        assertThat(free).containsExactly(ProbeKind.ICMP);
    }

    @Test
    void a_probe_of_another_version_is_unknown_and_has_no_property() {
        assertThat(ProbeKind.of("dns-aaaa")).isEmpty();
        assertThat(ProbeKind.matches("dns-aaaa", kind -> true)).isFalse();
        assertThat(ProbeKind.order("dns-aaaa")).isNegative();
    }
}
