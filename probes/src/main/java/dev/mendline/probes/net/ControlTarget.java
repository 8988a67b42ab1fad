package dev.mendline.probes.net;

import dev.mendline.model.facts.Attempt;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.dns.HostLookup;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Subject;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Configured host that accepts TCP on every port. If a node and this host are both silent on the same port, the network
 * blocks outgoing connections and the node is not at fault. Its name needs no other permission; its addresses are
 * checked by the guard like all others.
 */
record ControlTarget(String host, Guard guard, ProbeSettings settings) {
    /**
     * Returns true if the attempts do not show what is silent. A refused or reset connection was answered by the node.
     */
    static boolean wanted(List<ConnectionAttempt> attempts) {
        return attempts.stream().noneMatch(each -> each.attempt().status() == Reason.ANSWERED)
                && attempts.stream()
                        .anyMatch(each -> each.attempt().status() == Reason.TIMED_OUT
                                || each.attempt().status() == Reason.UNREACHABLE);
    }

    /** Connects to the first of its addresses; returns null if none may be tried, for the reason in the transcript. */
    @Nullable
    Attempt dial(Subject subject, int port, List<String> transcript) throws InterruptedException {
        transcript.add("No address opened; trying the control target " + host);
        HostLookup lookup = HostLookup.asDriver(itself(subject), settings.dnsQuery());
        transcript.addAll(lookup.transcript());
        if (lookup.addresses().isEmpty()) {
            return null;
        }
        InetAddress address = lookup.addresses().get(0);
        Optional<Guard.Refusal> refusal = guard.address(address, host, host, subject.zone());
        if (refusal.isPresent()) {
            transcript.addAll(refusal.get().transcript());
            return null;
        }
        try (ParallelConnect connecting = new ParallelConnect(settings.tcpConnect())) {
            ConnectionAttempt control = connecting.to(List.of(address), port).get(0);
            transcript.add(control.line());
            return control.attempt();
        }
    }

    /** Returns a subject with this host instead of the node. */
    private Subject itself(Subject subject) {
        return new Subject(host, null, null, null, false, null, subject.zone(), subject.resolvers());
    }
}
