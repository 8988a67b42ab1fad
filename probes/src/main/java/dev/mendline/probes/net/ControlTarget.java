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
 * The operator's host that accepts TCP on every port. Where a node is silent and this host at the same port is silent
 * too, the way out is closed, and not the node. Its name is the operator's word and needs no other permission; its
 * addresses go past the guard like all others.
 */
record ControlTarget(String host, Guard guard, ProbeSettings settings) {
    /** Whether the attempts leave it open who is silent: one that was refused or reset was answered by the node. */
    static boolean wanted(List<ConnectionAttempt> dialled) {
        return dialled.stream().noneMatch(each -> each.attempt().status() == Reason.ANSWERED)
                && dialled.stream()
                        .anyMatch(each -> each.attempt().status() == Reason.TIMED_OUT
                                || each.attempt().status() == Reason.UNREACHABLE);
    }

    /** Tries the first of its addresses; null when there is none that may be tried, which the transcript explains. */
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
        try (ParallelConnect dialling = new ParallelConnect(settings.tcpConnect())) {
            ConnectionAttempt control = dialling.to(List.of(address), port).get(0);
            transcript.add(control.line());
            return control.attempt();
        }
    }

    /** The host instead of the node, seen from the same place. */
    private Subject itself(Subject subject) {
        return new Subject(host, null, null, null, false, null, subject.zone(), subject.resolvers());
    }
}
