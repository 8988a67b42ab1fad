package dev.mendline.lab.scenario;

import dev.mendline.lab.peer.Election;
import dev.mendline.lab.peer.Member;
import dev.mendline.lab.peer.Scram;
import dev.mendline.lab.tls.Authority;

/**
 * What the nodes of one deployment share.
 *
 * @param authority the one that everybody here trusts
 * @param election of a set that has no primary at first
 */
public record NodeContext(Cluster cluster, Authority authority, Election election) {
    Member member(int me) {
        return new Member(cluster.set(), cluster.nodes(), me);
    }

    Scram scram() {
        return new Scram(cluster.user(), cluster.password());
    }
}
