package dev.mendline.probes.net;

import dev.mendline.model.net.Endpoint;
import dev.mendline.model.probe.GuardRefusal;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.dns.HostLookup;
import dev.mendline.probes.dns.SeedList;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Subject;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Permitted route to a node: its name resolved once, its addresses and port checked by the guard. Connections go to
 * exactly these addresses; the name is never resolved again.
 *
 * @param addresses the permitted addresses; empty only if {@code barred} says why
 * @param barred the result if no connection may be tried; null otherwise
 */
public record PermittedRoute(
        List<InetAddress> addresses,
        List<String> transcript,
        @Nullable Observation barred) {
    public PermittedRoute {
        addresses = List.copyOf(addresses);
        transcript = List.copyOf(transcript);
    }

    /** Finds the route. Without a node in the request the result is {@link Reason#NOTHING_TO_PROBE}. */
    public static PermittedRoute of(Subject subject, Guard guard, ProbeSettings settings) throws InterruptedException {
        Node node = subject.node();
        if (node == null) {
            return barred(Reason.NOTHING_TO_PROBE, List.of("The request names no node"));
        }
        Optional<Guard.Refusal> port = guard.port(node, subject.target(), List.of());
        if (port.isPresent()) {
            // Only now the deployment's SRV record matters, so only now it is resolved.
            port = guard.port(node, subject.target(), SeedList.nodes(subject, settings.dnsQuery()));
        }
        if (port.isPresent()) {
            return notAllowed(List.of(port.get().record()), port.get().transcript());
        }
        if (node.isAddress()) {
            List<String> transcript = new ArrayList<>(List.of(node.host() + " is an address; no lookup needed"));
            InetAddress address =
                    new Endpoint(node.host(), node.port()).socketAddress().getAddress();
            return permitted(List.of(address), subject, node, guard, transcript);
        }
        HostLookup lookup = HostLookup.asDriver(subject, settings.dnsQuery());
        List<String> transcript = new ArrayList<>(lookup.transcript());
        if (lookup.addresses().isEmpty()) {
            // That a name has no address says nothing of the node behind it; dns-host says what it says of the name.
            Reason reason = lookup.outcome().reason();
            return barred(reason == null ? Reason.NODATA : reason, transcript);
        }
        if (lookup.byReferenceOnly()) {
            transcript.add("No resolver of the zone returned an address; using the reference resolver's");
        }
        return permitted(lookup.addresses(), subject, node, guard, transcript);
    }

    private static PermittedRoute barred(Reason why, List<String> transcript) {
        return new PermittedRoute(List.of(), transcript, Observation.inconclusive(why, transcript));
    }

    private static PermittedRoute notAllowed(List<GuardRefusal> refusals, List<String> transcript) {
        return new PermittedRoute(List.of(), transcript, Observation.notAllowed(refusals, transcript));
    }

    private static PermittedRoute permitted(
            List<InetAddress> addresses, Subject subject, Node node, Guard guard, List<String> transcript) {
        List<InetAddress> permitted = new ArrayList<>();
        List<GuardRefusal> refusals = new ArrayList<>();
        for (InetAddress address : addresses) {
            guard.address(address, node.host(), subject.target(), subject.zone())
                    .ifPresentOrElse(
                            refusal -> {
                                refusals.add(refusal.record());
                                transcript.addAll(refusal.transcript());
                            },
                            () -> permitted.add(address));
        }
        return permitted.isEmpty() ? notAllowed(refusals, transcript) : new PermittedRoute(permitted, transcript, null);
    }
}
