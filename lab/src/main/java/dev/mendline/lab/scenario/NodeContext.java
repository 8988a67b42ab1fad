package dev.mendline.lab.scenario;

import dev.mendline.lab.net.Front;
import dev.mendline.lab.peer.Healthy;
import dev.mendline.lab.peer.Identity;
import dev.mendline.lab.peer.Member;
import dev.mendline.lab.peer.Scram;
import dev.mendline.lab.tls.Authority;
import dev.mendline.lab.tls.TlsFront;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Node of a deployment and what it shares with the others.
 *
 * @param authority trusted authority
 * @param elected false until the election, for a replica set that starts without a primary
 * @param me index of the node
 */
public record NodeContext(Cluster cluster, Authority authority, AtomicBoolean elected, int me) {
    /** Returns the context of another node of the deployment. */
    public NodeContext node(int other) {
        return new NodeContext(cluster, authority, elected, other);
    }

    Member member() {
        return new Member(cluster.set(), cluster.nodes(), me);
    }

    Scram scram() {
        return new Scram(cluster.user(), cluster.password());
    }

    Healthy healthy() {
        return healthy(member());
    }

    Healthy healthy(Identity identity) {
        return new Healthy(identity, scram());
    }

    /** Returns TLS with a certificate of the trusted authority. */
    Front tls() {
        return TlsFront.of(authority.issue(cluster.names()));
    }
}
