package dev.mendline.engine.sighting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.probe.Node;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of every form, and the site and deployment that they lead to. */
class DeploymentsTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Inventory INVENTORY = new Inventory(
            List.of(
                    target("orders.zz9zz.mongodb.net", "orders-db.corp.example", "*.orders.corp.example"),
                    target("legacy.corp.example", "*.legacy.corp.example", "lg-shard-*.qw3rt.mongodb.net"),
                    target("anywhere.corp.example", "*.anywhere.mongodb.net", "*.mongodb.example"),
                    target("10.1.2.3", "10.1.2.4")),
            List.of(
                    new Inventory.Suffix("mongodb.net", List.of(), List.of(), null),
                    new Inventory.Suffix("db.example", List.of(), List.of(), null)),
            List.of());

    private final Deployments deployments = new Deployments(INVENTORY);

    private static Inventory.Target target(String name, String... match) {
        return new Inventory.Target(name, List.of(match), List.of(), null, List.of(), List.of(), null, null, null);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // an SRV name, and nodes of a replica set and of a sharded cluster
                "c.ab1cd.mongodb.net                        | ab1cd.mongodb.net | c.ab1cd.mongodb.net",
                "C.AB1CD.MongoDB.net.                       | ab1cd.mongodb.net | c.ab1cd.mongodb.net",
                "_mongodb._tcp.c.ab1cd.mongodb.net          | ab1cd.mongodb.net | c.ab1cd.mongodb.net",
                "c-shard-00-02.ab1cd.mongodb.net            | ab1cd.mongodb.net | c.ab1cd.mongodb.net",
                "c-shard-11-02.ab1cd.mongodb.net            | ab1cd.mongodb.net | c.ab1cd.mongodb.net",
                "c-config-00-01.ab1cd.mongodb.net           | ab1cd.mongodb.net | c.ab1cd.mongodb.net",
                "my-c-2.ab1cd.mongodb.net                   | ab1cd.mongodb.net | my-c-2.ab1cd.mongodb.net",
                // private endpoints, load balancers, peering, the BI connector
                "c-pl-0.ab1cd.mongodb.net                   | ab1cd.mongodb.net | c.ab1cd.mongodb.net",
                "c-pl-12-lb.ab1cd.mongodb.net               | ab1cd.mongodb.net | c.ab1cd.mongodb.net",
                "c-lb.ab1cd.mongodb.net                     | ab1cd.mongodb.net | c.ab1cd.mongodb.net",
                "c-pri.ab1cd.mongodb.net                    | ab1cd.mongodb.net | c.ab1cd.mongodb.net",
                "c-shard-00-00-pri.ab1cd.mongodb.net        | ab1cd.mongodb.net | c.ab1cd.mongodb.net",
                "c-shard-00-00-pl-0.ab1cd.mongodb.net       | ab1cd.mongodb.net | c.ab1cd.mongodb.net",
                "c-biconnector.ab1cd.mongodb.net            | ab1cd.mongodb.net | c.ab1cd.mongodb.net",
                // names that hide the cluster
                "ac-x1y2z3w-shard-00-01.ab1cd.mongodb.net   | ab1cd.mongodb.net | -",
                "ac-x1y2z3w-lb.ab1cd.mongodb.net            | ab1cd.mongodb.net | -",
                "ac-x1y2z3w.ab1cd.mongodb.net               | ab1cd.mongodb.net | -",
                "atlas-km9t4t-shard-00-02.ab1cd.mongodb.net | ab1cd.mongodb.net | -",
                "pl-0-us-east-1.ab1cd.mongodb.net           | ab1cd.mongodb.net | -",
                "pl-0-eastus2.ab1cd.mongodb.net             | ab1cd.mongodb.net | -",
                "atlas-prod.ab1cd.mongodb.net               | ab1cd.mongodb.net | atlas-prod.ab1cd.mongodb.net",
                // the old form meets the new one in one site
                "c-ab1cd.mongodb.net                        | ab1cd.mongodb.net | c-ab1cd.mongodb.net",
                "c-shard-00-00-ab1cd.mongodb.net            | ab1cd.mongodb.net | c-ab1cd.mongodb.net",
                "c-pl-0-ab1cd.mongodb.net                   | ab1cd.mongodb.net | c-ab1cd.mongodb.net",
                "c-shard-00-00-pri-ab1cd.mongodb.net        | ab1cd.mongodb.net | c-ab1cd.mongodb.net",
                "ac-x1y2z3w-shard-00-01-ab1cd.mongodb.net   | ab1cd.mongodb.net | -",
                "pl-0-us-east-1-ab1cd.mongodb.net           | ab1cd.mongodb.net | -",
                // a federated database belongs to its project
                "fed0-ab1cd.a.query.mongodb.net             | ab1cd.mongodb.net | fed0-ab1cd.a.query.mongodb.net",
                // one's own suffix
                "mongo7.db.example                          | mongo7.db.example | mongo7.db.example",
                "c-shard-00-01.db.example                   | c.db.example      | c.db.example",
                "n1.rs.db.example                           | rs.db.example     | n1.rs.db.example",
                // configured names meet in the site of their deployment
                "orders.zz9zz.mongodb.net                   | zz9zz.mongodb.net | orders.zz9zz.mongodb.net",
                "orders-shard-00-00.zz9zz.mongodb.net       | zz9zz.mongodb.net | orders.zz9zz.mongodb.net",
                "orders-db.corp.example                     | zz9zz.mongodb.net | orders.zz9zz.mongodb.net",
                "n2.orders.corp.example                     | zz9zz.mongodb.net | orders.zz9zz.mongodb.net",
                "legacy.corp.example                        | qw3rt.mongodb.net | legacy.corp.example",
                "n2.legacy.corp.example                     | qw3rt.mongodb.net | legacy.corp.example",
                "lg-shard-00-00.qw3rt.mongodb.net           | qw3rt.mongodb.net | legacy.corp.example",
                "other-shard-00-00.qw3rt.mongodb.net        | qw3rt.mongodb.net | other.qw3rt.mongodb.net",
                "anywhere.corp.example                      | anywhere.mongodb.net | anywhere.corp.example",
                "x.mongodb.example                          | anywhere.mongodb.net | anywhere.corp.example",
                "10.1.2.3                                   | 10.1.2.3          | 10.1.2.3"
            })
    void a_name_leads_to_its_site_and_deployment(String name, String site, String target) {
        assertThat(deployments.place(name)).contains(new Deployments.Place(site, target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb.net",
                "db.example",
                "evilmongodb.net",
                "c.ab1cd.mongodb.net.evil.example",
                "corp.example",
                "10.1.2.30"
            })
    void a_name_that_is_not_listed_leads_nowhere(String name) {
        assertThat(deployments.place(name)).isEmpty();
    }

    private static Sighting sighted(String text) {
        return new SightingFactory(Catalog.builtIn(), INVENTORY, new Redactor(List.of()), true)
                .sight(LogEvent.of(AT, "ERROR", "orders", text), new Coordinates("logs", 0, 1), AT)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"10.1.2.3", "10.1.2.4"})
    void an_address_that_is_named_outright_is_a_node_of_its_deployment(String address) {
        Sighting seen = sighted("MongoServerSelectionError: connect ECONNREFUSED " + address + ":27018");

        assertThat(seen.site()).isEqualTo("10.1.2.3");
        assertThat(seen.target()).isEqualTo("10.1.2.3");
        assertThat(seen.nodes()).containsExactly(Node.of(address + ":27018"));
    }

    @Test
    void any_other_address_leads_nowhere_and_is_no_other_host_either() {
        Sighting seen = sighted("MongoServerSelectionError: connect ECONNREFUSED 10.9.9.9:27017");

        assertThat(seen.site()).isEqualTo("service:orders");
        assertThat(seen.target()).isNull();
        assertThat(seen.nodes()).isEmpty();
        assertThat(seen.unplaced()).isFalse();
    }

    @Test
    void a_host_that_hides_its_deployment_stands_in_the_sighting_to_be_looked_up() {
        Sighting seen =
                sighted("MongoServerSelectionError: getaddrinfo ENOTFOUND ac-x1y2z3w-shard-00-01.ab1cd.mongodb.net");

        assertThat(seen.site()).isEqualTo("ab1cd.mongodb.net");
        assertThat(seen.target()).isNull();
        assertThat(seen.captures().host()).isEqualTo("ac-x1y2z3w-shard-00-01.ab1cd.mongodb.net");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getaddrinfo ENOTFOUND mongo.elsewhere.example",
                "MongoServerSelectionError: Server selection timed out after 30000 ms, of c.ab1cd.mongodb.net:27017"
                        + " and d.zz9zz.mongodb.net:27017"
            })
    void what_names_other_hosts_or_several_is_in_its_services_site_and_says_so(String text) {
        Sighting seen = sighted(text);

        assertThat(seen.site()).isEqualTo("service:orders");
        assertThat(seen.target()).isNull();
        assertThat(seen.unplaced()).isTrue();
    }
}
