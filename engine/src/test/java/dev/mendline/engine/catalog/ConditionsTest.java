package dev.mendline.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.engine.condition.BlastRadius;
import dev.mendline.engine.condition.Condition;
import dev.mendline.engine.condition.Evidence;
import dev.mendline.engine.condition.ObservedSymptoms;
import dev.mendline.model.config.BadFile;
import dev.mendline.model.facts.Atlas;
import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.ConnectionsFacts;
import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.HostFacts;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.facts.TlsFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.SharedScope;
import dev.mendline.model.log.Driver;
import dev.mendline.model.log.JournalPosition;
import dev.mendline.model.log.Platform;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
    private static final Node NODE = Node.of("n1.ab1cd.mongodb.net:27017");
    private static final SourceFile SYMPTOM = new SourceFile(
            "symptoms/s.yaml",
            "id: s\ntitle: S\nseverity: low\nrank: 1\nsignatures: [{anchors: [some words]}]\n"
                    + "examples: [{driver: x, text: some words}]\n");

    private final List<Incident.Evidence> here = new ArrayList<>();
    private final List<Incident.Evidence> elsewhere = new ArrayList<>();
    private BlastRadius radius = BlastRadius.NONE;
    private ObservedSymptoms shown =
            new ObservedSymptoms(List.of("s"), List.of(), List.of(), List.of(), List.of(), List.of(), 0);

    private static Cause cause(String more) {
        return Catalog.of(List.of(
                        SYMPTOM,
                        new SourceFile(
                                "causes/c.yaml",
                                "id: c\ntitle: C\nseverity: low\npages: []\nsymptoms: [s]\n" + more
                                        + "\nadvice: {summary: Mend it., steps: [Mend it.]}\n")))
                .causes()
                .get(0);
    }

    private static Condition condition(String key, String when) {
        Cause cause = cause(key + ":\n  - when: >-\n      " + when + "\n    because: So it is.");
        return (key.equals("confirm")
                        ? cause.conditions().confirm()
                        : cause.conditions().suggest())
                .get(0);
    }

    private boolean holds(String when) {
        return condition("suggest", when).holds(evidence());
    }

    private boolean decides(String when) {
        return condition("confirm", when).decides(evidence());
    }

    private Evidence evidence() {
        return Evidence.of(shown, radius, here, elsewhere);
    }

    private static Incident.Evidence found(String probe, @Nullable Reason reason, @Nullable Facts facts) {
        return found(probe, reason == null ? Outcome.Kind.PASSED : Outcome.Kind.FAILED, reason, facts);
    }

    private static Incident.Evidence found(
            String probe, Outcome.Kind outcome, @Nullable Reason reason, @Nullable Facts facts) {
        return new Incident.Evidence(
                probe, NODE, "local", outcome, reason, facts, Instant.EPOCH, new JournalPosition(0, 1), null);
    }

    private static TcpFacts tcp(@Nullable Attempt control) {
        return new TcpFacts(NODE.host(), NODE.port(), List.of(new Attempt("10.0.0.9", Reason.TIMED_OUT, 1)), control);
    }

    private static TlsFacts tls(@Nullable Integer alert) {
        return new TlsFacts(
                NODE.host(),
                NODE.port(),
                "10.0.0.9",
                null,
                alert,
                List.of(new TlsFacts.Certificate("CN=n1", "CN=Box", List.of("n1", "n2"), "2026", "2027")),
                "CN=Box",
                false,
                true,
                true);
    }

    @Test
    void what_texts_showed_can_be_asked_for() {
        shown = new ObservedSymptoms(
                List.of("s"),
                List.of(18),
                List.of("idle"),
                List.of("10.0.0.9"),
                List.of(new Driver("java", "3.12.1"), new Driver("go", null)),
                List.of(new Platform("nodejs", "v24.13.0"), new Platform("java", "unknown")),
                0);

        assertThat(holds("'idle' in details && addresses.size() == 1 && 18 in codes"))
                .isTrue();
        assertThat(holds("drivers.exists(d, d.name == 'java' && d.version.startsWith('3.'))"))
                .isTrue();
        assertThat(holds("drivers.exists(d, d.name == 'go' && d.version == '')"))
                .isTrue();
        assertThat(holds("runtimes.exists(r, r.name == 'nodejs' && r.version == 'v24.13.0')"))
                .isTrue();
    }

    @Test
    void what_else_fails_can_be_asked_for_and_decides_nothing_alone() {
        radius = new BlastRadius(4, 1, 3, 20);

        assertThat(holds("failing_services == 4 && failing_zones == 1 && failing_targets >= 3 && failing_nearby > 19"))
                .isTrue();
        assertThatThrownBy(() -> condition("confirm", "failing_targets > 2"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("uses only other failures, which cannot decide");
        assertThat(condition("confirm", "failing_targets > 2 && tcp.size() > 0"))
                .isNotNull();
    }

    @Test
    void what_it_brings_and_whom_it_strikes_is_checked() {
        assertThat(cause("confirm: [{when: rate > 1, because: So.}]\nmutes: [s]\nshared: zone"))
                .satisfies(cause -> {
                    assertThat(cause.mutes()).containsExactly("s");
                    assertThat(cause.shared()).isEqualTo(SharedScope.ZONE);
                });
        assertThat(cause("probes: []").shared()).isNull();
        assertThatThrownBy(() -> cause("confirm: [{when: rate > 1, because: So.}]\nmutes: [unheard]"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("unknown symptom 'unheard'; known: s");
        assertThatThrownBy(() -> cause("mutes: [s]"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("mutes needs a confirm condition: only a confirmed cause suppresses symptoms");
        for (String reach : List.of("other", "Zone", "site")) {
            assertThatThrownBy(() -> cause("shared: " + reach))
                    .isInstanceOf(BadFile.class)
                    .hasMessageContaining("'" + reach + "' must be zone or project");
        }
    }

    @Test
    void a_version_is_compared_and_one_that_is_not_known_is_in_no_range() {
        assertThat(holds("runtimes.exists(r, version_in(r.version, '>=24.13.0 <25'))"))
                .isFalse();
        shown = new ObservedSymptoms(
                List.of("s"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Platform("nodejs", "v24.13.0"), new Platform("java", "unknown")),
                0);

        assertThat(holds("runtimes.exists(r, r.name == 'nodejs' && version_in(r.version, '>=24.13.0 <25'))"))
                .isTrue();
        assertThat(holds("runtimes.exists(r, r.name == 'nodejs' && version_in(r.version, '24.12.0 || 25.2.1'))"))
                .isFalse();
        assertThat(holds("runtimes.exists(r, r.name == 'java' && version_in(r.version, '>=0'))"))
                .isFalse();
    }

    @Test
    void private_addresses_are_told_from_public_ones_and_from_none() {
        assertThat(holds("['10.1.2.3', '172.31.0.1', '192.168.1.1', '100.64.0.9', 'fd00::1'].all(a, is_private(a))"))
                .isTrue();
        assertThat(holds("['172.32.0.1', '8.8.8.8', '2001:db8::1', '', '10.1.2', 'ten'].exists(a, is_private(a))"))
                .isFalse();
    }

    @Test
    void a_word_of_atlas_is_asked_for_like_any_other_fact() {
        here.add(found(
                "atlas-access-list",
                Reason.NOT_LISTED,
                new Atlas.AccessListFacts(
                        List.of("203.0.113.7"), List.of("203.0.113.7"), false, null, null, null, 2, false)));
        here.add(found(
                "atlas-events",
                null,
                new Atlas.EventsFacts(
                        "2026-11-22T09:00:00Z",
                        List.of(new Atlas.EventsFacts.Event("PRIMARY_ELECTED", "2026-11-22T09:59:00Z")))));

        assertThat(holds("atlas_access_list.exists(f, f.reason == reason.not_listed && f.missing.size() == 1"
                        + " && f.status == '' && !f.securityGroups)"))
                .isTrue();
        assertThat(holds("atlas_events.exists(f, f.events.exists(e, e.type == 'PRIMARY_ELECTED'))"))
                .isTrue();
        assertThat(holds("atlas_cluster.exists(f, f.paused)")).isFalse();
    }

    @Test
    void a_number_that_is_not_known_is_0_and_a_text_is_empty() {
        here.add(found("tls", Reason.TLS_CLOSED, tls(null)));
        here.add(found("hello", Outcome.Kind.INCONCLUSIVE, Reason.NO_ANSWER, null));

        assertThat(holds("tls.all(f, f.alert == 0 && f.protocol == '')")).isTrue();
        assertThat(holds("hello.exists(f, f.code == 0 && f.setName == '' && f.primary == '' && f.hosts.size() == 0)"))
                .isTrue();
    }

    @Test
    void numbers_lists_and_records_within_lists_keep_their_values() {
        here.add(found("tls", Reason.TLS_ALERT, tls(80)));
        here.add(found(
                "connections",
                null,
                new ConnectionsFacts(NODE.host(), NODE.port(), "10.0.0.9", 485, 15, 97, 9_000_000_000L, null, null)));

        assertThat(holds("tls.exists(f, f.alert == 80 && 'n2' in f.chain[0].names && !f.trusted)"))
                .isTrue();
        assertThat(holds("connections.exists(f, f.percent >= 95 && f.available < 20 && f.totalCreated > 8000000000)"))
                .isTrue();
    }

    @Test
    void a_record_that_is_not_known_is_told_by_has_and_what_rests_on_it_does_not_hold() {
        here.add(found("tcp", Reason.TIMED_OUT, tcp(null)));
        assertThat(holds("tcp.exists(f, has(f.control))")).isFalse();
        assertThat(holds("tcp.exists(f, f.control.status == reason.timed_out)")).isFalse();
        assertThat(holds("tcp.exists(f, f.control.status != reason.timed_out)")).isFalse();

        here.set(0, found("tcp", Reason.TIMED_OUT, tcp(new Attempt("192.0.2.7", Reason.TIMED_OUT, 1))));
        assertThat(holds("tcp.exists(f, has(f.control) && f.control.status == reason.timed_out)"))
                .isTrue();
    }

    @Test
    void roles_and_differences_are_words_that_are_checked() {
        here.add(found(
                "hello",
                null,
                new HelloFacts(
                        NODE.host(),
                        NODE.port(),
                        null,
                        HelloFacts.Role.LOAD_BALANCER,
                        null,
                        List.of(NODE),
                        NODE,
                        0,
                        21,
                        null,
                        null)));
        here.add(found(
                "dns-host",
                Reason.NXDOMAIN,
                new HostFacts(
                        NODE.host(),
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        new HostFacts.OwnLookup(Reason.NXDOMAIN, List.of()),
                        List.of(Difference.SRV_WITHOUT_ADDRESS))));

        assertThat(holds("hello.exists(f, f.role == role.load_balancer && f.primary == f.node && f.node in f.hosts)"))
                .isTrue();
        assertThat(holds("dns_host.exists(f, difference.srv_without_address in f.differences"
                        + " && has(f.own) && f.own.status == reason.nxdomain)"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tls.exists(f, f.alert == 'eighty')",
                "tls.exists(f, f.chain.exists(c, c.nobody == ''))",
                "hello.exists(f, f.role == role.king)",
                "dns_srv.exists(f, difference.none_such in f.differences)",
                "tcp_nowhere.size() > 0",
                "drivers.exists(d, d.speed > 1)",
                "addresses == 1",
                "version_in(1, '>=2')",
                "'1.0' in details && version_in('1.0', '2.x')",
                "details.exists(d, version_in('1.0', d))",
                "is_private(10)",
                "atlas_cluster.exists(f, f.pausd)",
                "atlas_clusters.size() > 0"
            })
    void a_misspelt_word_does_not_load(String when) {
        assertThatThrownBy(() -> condition("suggest", when))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("suggest[0].when");
    }

    @Test
    void zones_are_told_apart() {
        here.add(found("tcp", Reason.TIMED_OUT, tcp(null)));
        elsewhere.add(found("tcp", null, null));
        String compared =
                "tcp.exists(f, f.outcome == outcome.failed) && tcp_elsewhere.exists(f, f.outcome == outcome.passed)";

        assertThat(decides(compared)).isTrue();
        elsewhere.clear();
        assertThat(decides(compared)).isFalse();
    }

    @Test
    void what_another_zone_sees_alone_decides_nothing() {
        elsewhere.add(found("tcp", null, null));
        String byAbsence =
                "!tcp.exists(f, f.outcome == outcome.passed) && tcp_elsewhere.exists(f, f.outcome == outcome.passed)";
        assertThat(holds(byAbsence)).as("as a suggestion").isTrue();
        assertThat(decides(byAbsence)).isFalse();

        here.add(found("tcp", Outcome.Kind.INCONCLUSIVE, Reason.NO_ANSWER, null));
        assertThat(decides(byAbsence)).as("we could not look").isFalse();

        here.set(0, found("tcp", Reason.TIMED_OUT, tcp(null)));
        assertThat(decides(byAbsence)).isTrue();
    }

    @Test
    void a_confirmation_that_asks_other_zones_only_does_not_load() {
        assertThatThrownBy(() -> condition("confirm", "tcp_elsewhere.exists(f, f.outcome == outcome.failed)"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("uses only findings of other zones");
        assertThat(condition("suggest", "tcp_elsewhere.exists(f, f.outcome == outcome.failed)"))
                .isNotNull();
    }

    @Test
    void only_probes_of_the_cause_are_asked_for_elsewhere() {
        assertThat(cause("probes: [tcp, tls]\nelsewhere: [tcp]").elsewhere()).containsExactly("tcp");
        assertThatThrownBy(() -> cause("probes: [tcp]\nelsewhere: [tls]"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("elsewhere: unknown probe 'tls'; known: tcp");
    }
}
