package dev.mendline.engine.incident.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.Desk;
import dev.mendline.engine.incident.Talking;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.model.facts.Atlas;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.CorrelationClaim;
import dev.mendline.model.log.Captures;
import dev.mendline.model.probe.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names that hide their deployment, and what findings tell of them. */
class AliasesTest {
    private static final String TARGET = "c.ab1cd.mongodb.net";
    private static final String HIDDEN = "ac-x1y2z3w-shard-00-01.ab1cd.mongodb.net";
    private static final String SRV = "Error: querySrv ECONNREFUSED _mongodb._tcp." + TARGET;
    private static final String LOST = "MongoServerSelectionError: getaddrinfo ENOTFOUND " + HIDDEN;

    private final Desk desk = new Desk();

    private static SrvFacts srv(boolean outsideParent, String... hosts) {
        return new SrvFacts(
                "_mongodb._tcp." + TARGET,
                List.of(),
                List.of(),
                List.of(hosts).stream().map(Node::of).toList(),
                outsideParent,
                List.of());
    }

    private static HelloFacts hello(List<Node> hosts, Node primary) {
        return new HelloFacts(
                "x.example", 27017, null, HelloFacts.Role.SECONDARY, "rs", hosts, primary, 0, 21, null, null);
    }

    private static List<SiteState.Alias> learnt(Facts facts) {
        Aliases aliases = new Aliases(Desk.SITE, List.of());
        aliases.learn(TARGET, facts);
        return aliases.kept();
    }

    private void named() {
        desk.passed(desk.request("dns-srv local"), srv(false, HIDDEN, "ac-x1y2z3w-shard-00-02.ab1cd.mongodb.net"));
    }

    @Test
    void a_node_that_hides_its_deployment_is_known_once_the_srv_record_has_named_it() {
        String id = desk.log(SRV).id();
        named();

        Incident incident = desk.log("billing", LOST, desk.now());

        assertThat(incident.id()).isEqualTo(id);
        assertThat(incident.services()).containsExactly("billing", "orders");
        assertThat(desk.state().published()).hasSize(1);
        assertThat(SiteState.read(desk.state().bytes())).isEqualTo(desk.state());
    }

    @Test
    void what_was_open_without_its_deployment_goes_over_when_that_becomes_known() {
        String own = desk.log("billing", LOST, desk.now()).id();
        desk.log("billing", LOST, desk.now());
        String id = desk.log(SRV).id();
        assertThat(id).isNotEqualTo(own);

        named();

        Incident merged = byId(own);
        Incident into = byId(id);
        assertThat(merged.state()).isEqualTo(Incident.State.MERGED);
        assertThat(merged.mergedInto()).isEqualTo(id);
        assertThat(merged.endedAt()).isEqualTo(desk.now());
        assertThat(Talking.latest(merged)).isEqualTo("merged {into=" + id + ", target=" + TARGET + "}");
        assertThat(into.services()).containsExactly("billing", "orders");
        assertThat(into.symptoms())
                .extracting(symptom -> symptom.id() + " " + symptom.count())
                .containsExactly("srv-refused 1", "host-not-found 2");
        assertThat(desk.written)
                .as("one site needs no journal to tell itself")
                .hasOnlyElementsOfType(CorrelationClaim.class);
        assertThat(into.revision()).as("one record, one revision").isEqualTo(2);
        desk.log("billing", LOST, desk.now());
        assertThat(byId(own)).as("a merged one does not open again").isEqualTo(merged);
    }

    @Test
    void where_the_deployment_has_no_incident_any_more_one_opens() {
        desk.log(SRV);
        named();
        desk.pass(Duration.ofHours(3));
        int before = desk.state().published().size();

        Incident incident = desk.log("billing", LOST, desk.now());

        assertThat(incident.target()).isEqualTo(TARGET);
        assertThat(desk.state().published()).hasSizeLessThanOrEqualTo(before + 1);
    }

    private Incident byId(String id) {
        return desk.published.stream()
                .filter(incident -> incident.id().equals(id))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void names_are_learnt_from_what_dns_the_nodes_and_atlas_say() {
        assertThat(learnt(srv(false, HIDDEN))).containsExactly(new SiteState.Alias(HIDDEN, TARGET));
        assertThat(learnt(hello(List.of(Node.of(HIDDEN)), Node.of("pl-0-us-east-1.ab1cd.mongodb.net:1024"))))
                .containsExactly(
                        new SiteState.Alias(HIDDEN, TARGET),
                        new SiteState.Alias("pl-0-us-east-1.ab1cd.mongodb.net", TARGET));
        assertThat(learnt(new Atlas.ClusterFacts(
                        "c", true, null, false, null, null, null, true, false, List.of("x-pl-0-lb.ab1cd.mongodb.net"))))
                .containsExactly(new SiteState.Alias("x-pl-0-lb.ab1cd.mongodb.net", TARGET));
    }

    @Test
    void names_of_other_sites_and_those_that_tell_their_deployment_are_not() {
        assertThat(learnt(srv(true, HIDDEN))).isEmpty();
        assertThat(learnt(srv(false, TARGET, "c-shard-00-00.ab1cd.mongodb.net")))
                .isEmpty();
        assertThat(learnt(hello(
                        List.of(Node.of("evil.example"), Node.of("x.other.mongodb.net")),
                        Node.of("xab1cd.mongodb.net"))))
                .isEmpty();
        assertThat(learnt(null)).isEmpty();
    }

    @Test
    void names_of_several_deployments_leave_it_open_which_is_meant() {
        Aliases aliases = new Aliases(
                Desk.SITE,
                List.of(
                        new SiteState.Alias("x.ab1cd.mongodb.net", "a"),
                        new SiteState.Alias("y.ab1cd.mongodb.net", "b")));

        assertThat(aliases.targetOf("x.ab1cd.mongodb.net", List.of())).contains("a");
        assertThat(aliases.targetOf("x.ab1cd.mongodb.net", List.of(Node.of("z.ab1cd.mongodb.net"))))
                .contains("a");
        assertThat(aliases.targetOf("x.ab1cd.mongodb.net", List.of(Node.of("y.ab1cd.mongodb.net"))))
                .isEmpty();
        assertThat(aliases.targetOf(null, List.of())).isEmpty();
        assertThat(Captures.NONE.host()).isNull();
    }

    @Test
    void at_most_two_hundred_are_kept_and_the_least_recently_learnt_falls_out() {
        Aliases aliases = new Aliases(Desk.SITE, List.of());
        aliases.learn(TARGET, srv(false, host(0)));
        for (int from = 1; from < 201; from += 50) {
            aliases.learn(TARGET, hello(nodes(from, Math.min(from + 50, 200)), Node.of(host(from))));
        }
        assertThat(aliases.kept()).hasSize(200);
        assertThat(aliases.learn(TARGET, srv(false, host(0)))).as("nothing new").isFalse();
        assertThat(aliases.learn(TARGET, srv(false, host(200)))).isTrue();

        List<SiteState.Alias> kept = new ArrayList<>(aliases.kept());
        assertThat(kept)
                .hasSize(200)
                .contains(new SiteState.Alias(host(0), TARGET), new SiteState.Alias(host(200), TARGET));
        assertThat(kept).doesNotContain(new SiteState.Alias(host(1), TARGET));
    }

    private static List<Node> nodes(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> Node.of(host(i))).toList();
    }

    private static String host(int i) {
        return "ac-%07d-shard-00-00.ab1cd.mongodb.net".formatted(i);
    }
}
