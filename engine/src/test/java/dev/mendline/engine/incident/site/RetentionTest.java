package dev.mendline.engine.incident.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.Desk;
import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.model.Json;
import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nothing stays for ever: neither on the topic nor in a site's state. */
class RetentionTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Node NODE = Node.of("c-shard-00-00.ab1cd.mongodb.net:27017");
    private static final String NODE_REFUSES =
            "Exception in monitor thread while connecting to server c-shard-00-00.ab1cd.mongodb.net:27017\n"
                    + "Caused by: java.net.ConnectException: Connection refused";

    private final Desk desk = new Desk();

    private static TcpFacts tcp(Reason status) {
        return new TcpFacts(NODE.host(), NODE.port(), List.of(new Attempt("10.0.0.9", status, 1)), null);
    }

    /** Its id; it is resolved when this returns. */
    private String outage() {
        desk.log(NODE_REFUSES);
        desk.passed(desk.lastRequest(), tcp(Reason.ANSWERED));
        Incident last = desk.pass(Duration.ofMinutes(5));
        assertThat(last.state()).isEqualTo(Incident.State.RESOLVED);
        return last.id();
    }

    @Test
    void an_incident_is_forgotten_ninety_days_after_it_ended() {
        String id = outage();
        desk.sleep(DAY.multipliedBy(90).minusSeconds(1));
        assertThat(desk.forgotten).isEmpty();
        assertThat(desk.state().isEmpty()).isFalse();

        desk.sleep(Duration.ofSeconds(1));

        assertThat(desk.forgotten).containsExactly(id);
        assertThat(desk.state().isEmpty()).isTrue();
        desk.sleep(DAY);
        assertThat(desk.forgotten).hasSize(1);
    }

    @Test
    void each_is_forgotten_in_its_own_time_and_then_named_by_none() {
        String first = outage();
        desk.sleep(DAY.multipliedBy(60));
        String second = outage();
        assertThat(desk.last().previous()).isEqualTo(first);

        desk.sleep(DAY.multipliedBy(30));
        assertThat(desk.forgotten).containsExactly(first);
        desk.sleep(DAY.multipliedBy(60));
        assertThat(desk.forgotten).containsExactly(first, second);

        outage();
        assertThat(desk.last().previous()).isNull();
    }

    @Test
    void what_is_open_is_not_forgotten_however_old() {
        desk.log(NODE_REFUSES);
        desk.failed(desk.lastRequest(), Reason.REFUSED, tcp(Reason.REFUSED));
        desk.sleep(DAY.multipliedBy(400));

        assertThat(desk.forgotten).isEmpty();
        assertThat(desk.state().needsTicks()).isTrue();
    }

    @Test
    void a_site_that_has_too_many_forgets_the_oldest_early() {
        SiteState empty = SiteState.empty(Desk.SITE);
        List<SiteState.ExpiringIncident> full = IntStream.range(0, Bounds.EXPIRING_INCIDENTS)
                .mapToObj(i ->
                        SiteState.ExpiringIncident.of("ended-" + i, desk.now().plusMillis(i)))
                .toList();
        desk.restore(with(empty, full));

        outage();
        desk.sleep(DAY);
        desk.log(NODE_REFUSES);

        assertThat(desk.forgotten).containsExactly("ended-0");
        assertThat(desk.state().past().expiring()).hasSize(Bounds.EXPIRING_INCIDENTS);
    }

    private static SiteState with(SiteState state, List<SiteState.ExpiringIncident> gone) {
        String text = new String(state.bytes(), StandardCharsets.UTF_8);
        return SiteState.read(text.replace("\"expiring\":[]", "\"expiring\":" + Json.text(gone))
                .getBytes(StandardCharsets.UTF_8));
    }
}
