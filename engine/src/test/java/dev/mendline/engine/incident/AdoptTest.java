package dev.mendline.engine.incident;

import static dev.mendline.engine.incident.Talking.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.lifecycle.MergeHandler;
import dev.mendline.engine.incident.site.Effect;
import dev.mendline.engine.incident.site.Step;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.MergeState;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.engine.incident.state.SizeLimiter;
import dev.mendline.model.Json;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.MergeRequest;
import dev.mendline.model.journal.MergeResult;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.JournalPosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A service's own incident goes over into that of the deployment that it turns out to be about. */
class AdoptTest {
    private static final String ORDERS = "orders";

    private final Desk desk = new Desk(SmallCatalog.of(), Inventory.DEFAULT, EngineSettings.DEFAULT);
    private final Talking talking = new Talking(desk);
    private final Persons persons = new Persons(desk);

    private Incident own() {
        return talking.own(ORDERS).get(0);
    }

    private Incident a() {
        return talking.of(A).get(0);
    }

    private <T extends JournalRecord> T written(Class<T> type) {
        return desk.written.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private void command(Command.Kind kind, Incident incident) {
        Command of = persons.command(kind, incident.id(), "dana");
        desk.read(new Command(
                of.id(),
                incident.site(),
                of.incident(),
                kind,
                of.by(),
                of.reason(),
                of.until(),
                of.right(),
                of.cause()));
    }

    @Test
    void the_deployments_incident_counts_all_that_the_services_own_counted() {
        talking.loses(ORDERS, 2);
        desk.pass(Duration.ofSeconds(90));
        talking.loses(ORDERS, 5);
        Incident before = own();

        talking.talksTo(ORDERS, A);

        Incident into = a();
        assertThat(into.state()).isEqualTo(Incident.State.OPEN);
        assertThat(into.services()).isEqualTo(before.services());
        assertThat(into.zones()).isEqualTo(before.zones());
        assertThat(into.symptoms()).isEqualTo(before.symptoms());
        assertThat(into.rate()).isEqualTo(before.rate());
        assertThat(into.samples()).isEqualTo(before.samples());
        assertThat(into.severity()).isEqualTo(before.severity());
        assertThat(Talking.said(into))
                .contains("merged-from {incident=" + before.id() + ", opened-at=" + before.openedAt()
                        + ", services=orders, symptom=trouble}");
    }

    @Test
    void the_services_own_ends_as_merged_and_says_into_which() {
        talking.loses(ORDERS, 2);
        String id = own().id();

        talking.talksTo(ORDERS, A);

        Incident merged = own();
        assertThat(merged.id()).isEqualTo(id);
        assertThat(merged.state()).isEqualTo(Incident.State.MERGED);
        assertThat(merged.mergedInto()).isEqualTo(a().id());
        assertThat(merged.endedAt()).isEqualTo(desk.now());
        assertThat(Talking.said(merged))
                .endsWith("merge-requested {target=" + A + "}", "merged {into=" + a().id() + ", target=" + A + "}");
        assertThat(desk.published)
                .filteredOn(incident -> incident.id().equals(id))
                .last()
                .isEqualTo(merged);
        assertThat(desk.state(merged.site()).needsTicks()).isFalse();
    }

    @Test
    void an_incident_that_is_open_already_takes_it_and_one_that_is_over_opens_anew() {
        desk.read(talking.sighting("trouble", A, "billing", 3, false));
        String id = a().id();
        talking.loses(ORDERS, 2);
        talking.talksTo(ORDERS, A);
        assertThat(a().id()).isEqualTo(id);
        assertThat(a().services()).containsExactly("billing", ORDERS);
        assertThat(Talking.counted(List.of(a()))).isEqualTo(5);

        command(Command.Kind.RESOLVE, a());
        talking.loses("shop", 4);
        talking.talksTo("shop", A);

        assertThat(a().id()).isEqualTo(id);
        assertThat(a().state()).isEqualTo(Incident.State.OPEN);
        assertThat(a().episodes()).isEqualTo(2);
        assertThat(a().services()).contains("shop");
        assertThat(Talking.counted(List.of(a()))).isEqualTo(4);
    }

    @Test
    void the_same_request_twice_changes_nothing_the_second_time_and_is_answered_again() {
        talking.loses(ORDERS, 2);
        talking.talksTo(ORDERS, A);
        SiteState of = desk.state(Talking.siteOf(A));
        SiteState from = desk.state(Sighting.siteOf(ORDERS));
        int published = desk.published.size();
        MergeResult answer = written(MergeResult.class);
        desk.written.clear();

        desk.read(written());

        assertThat(desk.written).containsExactly(answer);
        assertThat(desk.state(Talking.siteOf(A))).isEqualTo(of);
        assertThat(desk.state(Sighting.siteOf(ORDERS))).isEqualTo(from);
        assertThat(desk.published).hasSize(published);
    }

    /** The request as it was written, from the states alone. */
    private MergeRequest written() {
        IncidentState file = desk.state(Sighting.siteOf(ORDERS)).incidents().get(0);
        return MergeHandler.request(file, new MergeState.Adopter(Talking.siteOf(A), A));
    }

    @Test
    void an_answer_to_what_nobody_asked_changes_nothing() {
        talking.loses(ORDERS, 2);
        SiteState before = desk.state(Sighting.siteOf(ORDERS));

        desk.read(new MergeResult(before.site(), own().id(), "00c0ffee0000", A));
        desk.read(new MergeResult(before.site(), "00c0ffee0000", "00c0ffee0000", A));

        assertThat(desk.state(Sighting.siteOf(ORDERS))).isEqualTo(before);
    }

    @Test
    void who_has_it_and_a_silence_go_over_where_the_other_has_none() {
        talking.loses(ORDERS, 2);
        command(Command.Kind.ACKNOWLEDGE, own());
        command(Command.Kind.SILENCE, own());
        Incident before = own();

        talking.talksTo(ORDERS, A);

        assertThat(a().acknowledged()).isEqualTo(before.acknowledged());
        assertThat(a().silencedUntil()).isEqualTo(before.silencedUntil());
        assertThat(a().timeline())
                .filteredOn(entry -> "dana".equals(entry.by()))
                .extracting(Told::of)
                .containsExactly(
                        "acknowledged {from-incident=" + before.id() + ", reason=on it}",
                        "silenced {from-incident=" + before.id() + ", reason=upgrade, until=" + before.silencedUntil()
                                + "}");
        assertThat(own().silencedUntil()).isNull();
        assertThat(desk.state(Sighting.siteOf(ORDERS)).needsTicks()).isFalse();
    }

    @Test
    void who_has_the_other_keeps_it() {
        desk.read(talking.sighting("trouble", A, "billing", 3, false));
        command(Command.Kind.ACKNOWLEDGE, a());
        Incident.Acknowledgement kept = a().acknowledged();
        talking.loses(ORDERS, 2);
        desk.pass(Duration.ofSeconds(5));
        command(Command.Kind.ACKNOWLEDGE, own());

        talking.talksTo(ORDERS, A);

        assertThat(a().acknowledged()).isEqualTo(kept);
    }

    @Test
    void a_merged_one_takes_no_commands_and_the_answer_says_where_it_went() {
        talking.loses(ORDERS, 2);
        talking.talksTo(ORDERS, A);

        command(Command.Kind.ACKNOWLEDGE, own());

        assertThat(desk.refusals).containsExactly("acknowledge: the incident is merged into " + a().id());
        assertThat(own().acknowledged()).isNull();
    }

    @Test
    void a_merged_one_does_not_open_again_and_is_not_the_one_before_another() {
        talking.loses(ORDERS, 2);
        talking.talksTo(ORDERS, A);
        String merged = own().id();
        talking.talksTo(ORDERS, Talking.B);

        talking.loses(ORDERS, 1);
        assertThat(talking.own(ORDERS)).hasSize(2);
        Incident next = talking.own(ORDERS).get(1);
        assertThat(next.id()).isNotEqualTo(merged);
        assertThat(next.previous()).isNull();
        assertThat(next.state()).isEqualTo(Incident.State.OPEN);

        desk.pass(Duration.ofHours(2));
        talking.loses(ORDERS, 1);
        assertThat(desk.last().previous()).isEqualTo(next.id());
        assertThat(desk.state(Sighting.siteOf(ORDERS)).past().closed())
                .extracting(SiteState.ClosedIncident::id)
                .containsExactly(next.id());
    }

    @Test
    void where_the_other_site_is_too_full_the_answer_names_its_overflow() {
        Desk full = new Desk(
                SmallCatalog.of(),
                Inventory.DEFAULT,
                dev.mendline.model.config.StrictYaml.read(
                        "mendline.yaml", "{limits: {open-per-site: 1}}", EngineSettings.class));
        Talking there = new Talking(full);
        full.read(there.sighting("trouble", "x." + Talking.siteOf(A), "billing", 1, false));
        there.loses(ORDERS, 7);
        there.talksTo(ORDERS, A);

        IncidentState overflow = full.state(Talking.siteOf(A)).incidents().stream()
                .filter(file -> file.overflow() != null)
                .findFirst()
                .orElseThrow();
        assertThat(there.own(ORDERS).get(0).mergedInto())
                .isEqualTo(overflow.incident().id());
        assertThat(Talking.counted(List.of(overflow.incident()))).isEqualTo(7);
        SiteState before = full.state(Talking.siteOf(A));
        full.read(MergeHandler.request(
                full.state(Sighting.siteOf(ORDERS)).incidents().get(0), new MergeState.Adopter(Talking.siteOf(A), A)));
        assertThat(full.state(Talking.siteOf(A))).as("not counted twice").isEqualTo(before);
    }

    @Test
    void lines_that_come_between_request_and_answer_go_on_to_the_other_site() {
        talking.loses(ORDERS, 2);
        IncidentEngine engine = new IncidentEngine(SmallCatalog.of(), EngineSettings.DEFAULT);
        SiteState own = desk.state(Sighting.siteOf(ORDERS));
        List<JournalRecord> records = new ArrayList<>();

        Step asked = engine.on(talking.hint(ORDERS, A, false, desk.now()), position(100), desk.now(), own);
        Step next = engine.on(
                talking.lost("trouble", ORDERS, 3, false),
                position(101),
                desk.now().plus(Duration.ofMinutes(1)),
                asked.state());
        writes(asked, records);
        writes(next, records);

        assertThat(asked.state().published()).extracting(Incident::state).containsExactly(Incident.State.OPEN);
        assertThat(records).hasSize(2);
        assertThat(records.get(0)).isInstanceOf(MergeRequest.class);
        assertThat(records.get(1))
                .isInstanceOfSatisfying(
                        Sighting.class,
                        sighting -> assertThat(sighting.target()).isEqualTo(A));
        assertThat(Talking.counted(next.state().published())).isEqualTo(2);
    }

    private static JournalPosition position(long offset) {
        return new JournalPosition(0, offset);
    }

    private static void writes(Step step, List<JournalRecord> records) {
        step.effects().stream()
                .filter(Effect.Write.class::isInstance)
                .map(effect -> ((Effect.Write) effect).record())
                .forEach(records::add);
    }

    @Test
    void a_request_is_small_whatever_the_incident_counted() {
        for (int minute = 0; minute < 90; minute++) {
            for (int second = 0; second < 12; second++) {
                talking.loses(ORDERS, 1_000_000);
                desk.pass(Duration.ofSeconds(5));
            }
        }
        for (int i = 0; i < 50; i++) {
            command(Command.Kind.ACKNOWLEDGE, own());
        }

        talking.talksTo(ORDERS, A);

        assertThat(Json.bytes(written(MergeRequest.class))).hasSizeLessThan(8 << 10);
        assertThat(written(MergeRequest.class).timeline()).hasSize(MergeRequest.MAX_ENTRIES);
        assertThat(Talking.counted(List.of(a()))).isEqualTo(90L * 12 * 1_000_000);
        assertThat(Json.bytes(a())).hasSizeLessThan(SizeLimiter.MAX_BYTES);
    }

    @Test
    void a_request_without_a_symptom_is_nothing_to_take_over() {
        talking.loses(ORDERS, 2);
        MergeRequest whole = written();
        MergeRequest.Texts bare = new MergeRequest.Texts(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                whole.texts().captures(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        desk.read(new MergeRequest(
                whole.site(),
                whole.target(),
                whole.fromSite(),
                whole.incident(),
                whole.services(),
                whole.zones(),
                whole.openedAt(),
                whole.lastSeen(),
                false,
                false,
                bare,
                null,
                null,
                List.of(),
                whole.catalog()));

        assertThat(talking.of(A)).isEmpty();
        assertThat(desk.written).isEmpty();
    }
}
