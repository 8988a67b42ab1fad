package dev.mendline.engine.incident.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.incident.Desk;
import dev.mendline.engine.incident.SmallCatalog;
import dev.mendline.engine.incident.Told;
import dev.mendline.engine.incident.World;
import dev.mendline.model.Json;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.Outcome;
import org.junit.jupiter.api.Test;

class SizeLimiterTest {
    private static final SourceFile EVERYTHING = SmallCatalog.cause("everything", """
            probes: [uri, dns-srv, dns-txt, dns-host, tcp, tls, hello, auth, connections, icmp]
            elsewhere: [uri, dns-srv, dns-txt, dns-host, tcp, tls, hello, auth, connections, icmp]
            confirm:
              - when: complete && tls.size() > 0 && tls.all(f, f.chain.size() == 2) && tls_elsewhere.size() > 0
                because: The whole chain of every node was seen.
            """);

    private static Incident probed(String text) {
        Desk desk = new Desk(
                SmallCatalog.of(EVERYTHING), Inventory.DEFAULT, EngineSettings.DEFAULT.withReferenceZone("office"));
        desk.log(text + "\n" + "at com.example.Orders.list(Orders.java:42)\n".repeat(200));
        for (int i = 0; i < desk.requests.size(); i++) {
            new World(1).passed(desk, desk.requests.get(i));
        }
        return desk.last();
    }

    private static int bytes(Incident incident) {
        return Json.bytes(incident).length;
    }

    @Test
    void three_nodes_with_every_probe_from_two_zones_fit() {
        Incident incident = probed(SmallCatalog.TROUBLE_AT_THREE);

        assertThat(incident.findings())
                .as("5 per node, auth and connections at one, and 3")
                .hasSize(2 * (3 * 5 + 2 + 3));
        assertThat(bytes(incident)).isLessThanOrEqualTo(SizeLimiter.MAX_BYTES);
        assertThat(incident.diagnosis().verdict())
                .as("what is not published is not forgotten")
                .isEqualTo(Verdict.CONFIRMED);
        assertThat(Told.last(incident)).isEqualTo("shortened {findings=40}");
    }

    @Test
    void twelve_nodes_fit_too() {
        StringBuilder text = new StringBuilder(SmallCatalog.TROUBLE);
        for (int i = 10; i < 30; i++) {
            text.append(", c-shard-00-").append(i).append(".ab1cd.mongodb.net:27017");
        }

        assertThat(bytes(probed(text.toString()))).isLessThanOrEqualTo(SizeLimiter.MAX_BYTES);
    }

    @Test
    void what_fails_is_kept_before_what_passes() {
        Desk desk = new Desk(
                SmallCatalog.of(EVERYTHING), Inventory.DEFAULT, EngineSettings.DEFAULT.withReferenceZone("office"));
        desk.log(SmallCatalog.TROUBLE_AT_THREE);
        for (int i = 0; i < desk.requests.size(); i++) {
            if (desk.asked().get(i).equals("tls n2 local")) {
                new World(1).expired(desk, desk.requests.get(i));
            } else {
                new World(1).passed(desk, desk.requests.get(i));
            }
        }
        Incident incident = desk.last();

        assertThat(incident.findings())
                .filteredOn(found -> found.outcome() == Outcome.Kind.FAILED)
                .singleElement()
                .satisfies(found -> assertThat(found.facts()).isNotNull());
        assertThat(incident.findings()).anyMatch(found -> found.facts() == null);
    }

    @Test
    void what_is_small_is_published_as_it_is() {
        Incident incident = new Desk().log("Error: querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net");

        assertThat(SizeLimiter.fit(incident)).isSameAs(incident);
        assertThat(incident.timeline()).noneMatch(entry -> entry.kind() == TimelineKind.SHORTENED);
    }
}
