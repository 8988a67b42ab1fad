package dev.mendline.engine.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Signature.BestMember;
import dev.mendline.engine.pattern.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopologyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "SECONDARY | Client view of cluster state is {type=REPLICA_SET, servers=[{address=a:1, type=REPLICA_SET_SECONDARY, state=CONNECTED}, {address=b:1, type=UNKNOWN}]",
                "PRIMARY | Client view of cluster state is {type=REPLICA_SET, servers=[{address=a:1, type=REPLICA_SET_PRIMARY, state=CONNECTED}]",
                "UNKNOWN | current topology: { Type: ReplicaSetNoPrimary, Servers: [{ Addr: a:1, Type: Unknown }, ] }",
                "SECONDARY | Topology Description: <TopologyDescription topology_type: ReplicaSetNoPrimary, servers: [<ServerDescription ('a', 1) server_type: RSSecondary>]>",
                "UNKNOWN | #<Cluster topology=ReplicaSetNoPrimary[a:1,name=rs0] servers=[#<Server address=a:1 UNKNOWN NO-MONITORING>]>",
                "SECONDARY | #<Cluster topology=ReplicaSetNoPrimary[a:1,name=rs0] servers=[#<Server address=a:1 UNKNOWN>,#<Server address=b:1 SECONDARY pool=#<ConnectionPool size=0>>]>",
                "PRIMARY | #<Cluster topology=ReplicaSetWithPrimary[a:1,name=rs0] servers=[#<Server address=a:1 PRIMARY pool=#<ConnectionPool size=0>>]>",
                "SECONDARY | Topology type: ReplicaSetNoPrimary; Member status: a:1 (type: Unknown), b:1 (type: RSSecondary)",
                "UNKNOWN | reactivemongo.ConnectAll({{NodeSet rs0 Node[a:1: Unknown (0/10 available connections), latency=1], auth=Set() }})",
                "SECONDARY | reactivemongo.ConnectAll({{NodeSet rs0 Node[a:1: Secondary (10/10 available connections), latency=1], auth=Set() | Node[b:1: Unknown (0/10 available connections)] }})",
                "PRIMARY | Topology: { Type: Sharded, Servers: [ { Address: a:1, Type: Mongos }, ] }"
            })
    void the_best_member_counts(BestMember best, String text) {
        assertThat(Topology.best(Text.of(text))).isEqualTo(best);
    }

    @Test
    void the_type_of_the_cluster_is_not_a_member() {
        assertThat(Topology.best(Text.of("Client view of cluster state is {type=UNKNOWN, servers=[]")))
                .isNull();
        assertThat(Topology.best(Text.of("MongoNetworkError: connect ECONNREFUSED")))
                .isNull();
    }

    @Test
    void a_list_that_is_cut_off_does_not_prove_that_there_is_no_primary() {
        assertThat(Topology.best(Text.of("Client view of cluster state is {type=REPLICA_SET, servers=[{address=a:1,"
                        + " type=REPLICA_SET_SECONDARY, state=CONNECTED}, {address=b:1, typ")))
                .isNull();
    }
}
