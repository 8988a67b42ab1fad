package dev.mendline.lab;

import dev.mendline.lab.peer.Full;
import dev.mendline.lab.peer.Healthy;
import dev.mendline.lab.peer.Member;
import dev.mendline.lab.peer.Scram;
import dev.mendline.lab.peer.Script;
import dev.mendline.model.Verdict;

/** What is wrong with a deployment or its user, and what a right diagnosis of it says. */
enum Fault {
    DEAD_RESOLVER("srv-refused", "srv-refused", "resolver-unreachable", Verdict.CONFIRMED),
    UNKNOWN_NAME("srv-not-found", "srv-not-found", "cluster-paused-or-deleted", Verdict.LIKELY),
    CLOSED_PORTS("connection-refused", "connection-refused", "node-refuses", Verdict.CONFIRMED),
    NO_CONNECTION_LEFT("too-many-connections", "too-many-connections", "connection-limit-reached", Verdict.CONFIRMED) {
        @Override
        Script script(Member member, Scram scram) {
            return new Full(819);
        }
    },
    WRONG_PASSWORD("auth-failed", "auth-failed", "wrong-credentials", Verdict.LIKELY),
    /** All is well again before anyone reads the log: the nodes listened a moment too late. */
    LATE_START("healthy", "connection-refused", "node-refuses", Verdict.REFUTED);

    private final String scenario;
    private final String symptom;
    private final String cause;
    private final Verdict verdict;

    Fault(String scenario, String symptom, String cause, Verdict verdict) {
        this.scenario = scenario;
        this.symptom = symptom;
        this.cause = cause;
        this.verdict = verdict;
    }

    Scenario scenario(String target, String service, String zone) {
        return new Scenario(scenario, target, service, zone, symptom, cause, verdict.word());
    }

    Kind kind() {
        return new Kind(scenario, scenario, symptom, cause, verdict.word());
    }

    boolean inDns() {
        return this != UNKNOWN_NAME;
    }

    boolean listensAtOnce() {
        return inDns() && this != CLOSED_PORTS && this != LATE_START;
    }

    /** How one node behaves on one connection, once it listens. */
    Script script(Member member, Scram scram) {
        return new Healthy(member, scram);
    }
}
