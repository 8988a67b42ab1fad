package dev.mendline.probes.net;

import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.Probe;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Subject;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Probe of a TLS handshake at the first of the node's addresses that opens, as {@code openssl s_client -connect NODE
 * -servername NODE} does. A bad certificate does not end the handshake, so that all its faults show.
 */
public final class TlsProbe implements Probe {
    private final ProbeSettings settings;
    private final Guard guard;
    private final Clock clock;

    /** Creates the probe; the clock is for the validity dates of certificates. */
    public TlsProbe(ProbeSettings settings, Guard guard, Clock clock) {
        this.settings = settings;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public String id() {
        return ProbeKind.TLS.id();
    }

    @Override
    public List<String> names(Subject subject) {
        return List.of(subject.target(), subject.host());
    }

    @Override
    public Observation run(Subject subject) throws InterruptedException {
        if (!subject.tls()) {
            return Observation.inconclusive(
                    Reason.NOTHING_TO_PROBE, "The configuration says that this deployment does not speak TLS");
        }
        TrustedAuthorities trust;
        try {
            trust = TrustedAuthorities.of(subject.tlsCaFile());
        } catch (IOException | CertificateException e) {
            return Observation.inconclusive(
                    Reason.OTHER,
                    "Cannot read the authorities in tls-ca-file " + subject.tlsCaFile() + ": "
                            + (e instanceof IOException ? "no file that can be read" : "not PEM certificates"));
        }
        PermittedRoute route = PermittedRoute.of(subject, guard, settings);
        Observation barred = route.barred();
        return barred != null ? barred : connect(Objects.requireNonNull(subject.node()), route, trust);
    }

    private Observation connect(Node node, PermittedRoute route, TrustedAuthorities trust) throws InterruptedException {
        List<String> transcript = new ArrayList<>(route.transcript());
        try (ParallelConnect connecting = new ParallelConnect(settings.tcpConnect())) {
            List<ConnectionAttempt> attempts = connecting.to(route.addresses(), node.port());
            attempts.forEach(each -> transcript.add(each.line()));
            Optional<ConnectionAttempt> open =
                    attempts.stream().filter(each -> each.channel() != null).findFirst();
            return open.isEmpty()
                    ? new Observation(ConnectionAttempt.outcome(attempts), TlsObservation.none(node), transcript)
                    : meet(node, open.get(), trust, transcript);
        }
    }

    private Observation meet(Node node, ConnectionAttempt open, TrustedAuthorities trust, List<String> transcript)
            throws InterruptedException {
        TlsHandshake handshake =
                TlsHandshake.over(Objects.requireNonNull(open.channel()), node.host(), settings.answer());
        ChainVerification verification = handshake.chain().isEmpty()
                ? null
                : ChainVerification.of(handshake.chain(), node.host(), trust, clock.instant());
        TlsObservation encounter = new TlsObservation(node, open.attempt().address(), handshake, verification);
        transcript.addAll(encounter.transcript());
        return new Observation(encounter.outcome(), encounter.facts(), transcript);
    }
}
