package dev.mendline.lab.scenario;

import dev.mendline.lab.peer.Election;
import dev.mendline.lab.peer.Member;
import dev.mendline.lab.peer.Scram;
import dev.mendline.lab.tls.Authority;

/**
 * Shared context of a deployment's nodes.
 *
 * @param authority trusted authority
 * @param election election of a set that starts without a primary
 */
public record NodeContext(Cluster cluster, Authority authority, Election election) {
    Member member(int me) {
        return new Member(cluster.set(), cluster.nodes(), me);
    }

    Scram scram() {
        return new Scram(cluster.user(), cluster.password());
    }
}
