package dev.mendline.probes.net;

import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.IcmpFacts;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ParallelChecks;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Stopwatch;
import dev.mendline.probes.spi.Subject;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Probe that pings each of the node's addresses, as {@code ping -c 1 ADDRESS} does. It runs last, and its failure
 * refutes nothing, because many networks drop ICMP.
 */
public final class IcmpProbe extends NodeProbe {
    private final @Nullable Ping ping;

    /** Uses the {@code ping} found on PATH now. */
    public IcmpProbe(ProbeSettings settings, Guard guard) {
        this(settings, guard, Ping.ofSystem().orElse(null));
    }

    IcmpProbe(ProbeSettings settings, Guard guard, @Nullable Ping ping) {
        super(ProbeKind.ICMP, settings, guard);
        this.ping = ping;
    }

    @Override
    protected Observation run(Subject subject, PermittedRoute route, Stopwatch watch) throws InterruptedException {
        List<String> transcript = new ArrayList<>(route.transcript());
        Ping here = ping;
        if (here == null) {
            transcript.add("Not available: this host has no ping");
            return Observation.inconclusive(Reason.NOT_AVAILABLE, transcript);
        }
        List<Attempt> attempts = ParallelChecks.each(route.addresses(), address -> attempt(here, address));
        attempts.forEach(each -> transcript.add(
                "ping -c 1 " + each.address() + ": " + words(each.status()) + " (" + each.millis() + " ms)"));
        return observation(subject.host(), attempts, transcript);
    }

    private Attempt attempt(Ping here, InetAddress address) {
        Stopwatch watch = new Stopwatch(settings.answer());
        Reason status;
        try {
            status = here.once(address, settings.answer());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            status = Reason.INTERRUPTED;
        }
        return new Attempt(address.getHostAddress(), status, watch.millis());
    }

    private static Observation observation(String host, List<Attempt> attempts, List<String> transcript) {
        List<Reason> statuses = attempts.stream().map(Attempt::status).toList();
        if (statuses.contains(Reason.ANSWERED)) {
            return new Observation(new Outcome.Passed(), new IcmpFacts(host, attempts), transcript);
        }
        List<Reason> failures = statuses.stream()
                .filter(status -> status != Reason.NOT_AVAILABLE)
                .toList();
        if (failures.isEmpty()) {
            return Observation.inconclusive(Reason.NOT_AVAILABLE, transcript);
        }
        transcript.add("That refutes nothing: many networks drop ICMP");
        return new Observation(new Outcome.Failed(failures.get(0)), new IcmpFacts(host, attempts), transcript);
    }

    private static String words(Reason status) {
        return switch (status) {
            case ANSWERED -> "answered";
            case TIMED_OUT -> "no answer";
            case UNREACHABLE -> "unreachable";
            default -> "not available: ping cannot or may not send";
        };
    }
}
