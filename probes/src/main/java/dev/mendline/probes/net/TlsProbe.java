package dev.mendline.probes.net;

import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.facts.TlsFacts;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.net.ParallelConnect.ConnectionAttempt;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Stopwatch;
import dev.mendline.probes.spi.Subject;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Probe of a TLS handshake at the first of the node's addresses that opens, as {@code openssl s_client -connect NODE
 * -servername NODE} does. A bad certificate does not end the handshake, so that all its faults show.
 */
public final class TlsProbe extends NodeProbe {
    private final Clock clock;

    /** Creates the probe; the clock is for the validity dates of certificates. */
    public TlsProbe(ProbeSettings settings, Guard guard, Clock clock) {
        super(ProbeKind.TLS, settings, guard);
        this.clock = clock;
    }

    @Override
    public Observation run(Subject subject) throws InterruptedException {
        return subject.tls()
                ? super.run(subject)
                : Observation.inconclusive(
                        Reason.NOTHING_TO_PROBE, "The configuration says that this deployment does not speak TLS");
    }

    @Override
    protected Observation run(Subject subject, PermittedRoute route, Stopwatch watch) throws InterruptedException {
        TrustedAuthorities trust;
        try {
            trust = TrustedAuthorities.of(subject.tlsCaFile());
        } catch (IOException | CertificateException e) {
            return Observation.inconclusive(
                    Reason.OTHER,
                    "Cannot read the authorities in tls-ca-file " + subject.tlsCaFile() + ": "
                            + (e instanceof IOException ? "no file that can be read" : "not PEM certificates"));
        }
        Node node = Objects.requireNonNull(subject.node());
        List<String> transcript = new ArrayList<>(route.transcript());
        try (ParallelConnect connecting = new ParallelConnect(settings.tcpConnect())) {
            List<ConnectionAttempt> attempts = connecting.to(route.addresses(), node.port());
            attempts.forEach(each -> transcript.add(each.line()));
            Optional<ConnectionAttempt> open =
                    attempts.stream().filter(each -> each.channel() != null).findFirst();
            return open.isEmpty()
                    ? new Observation(ConnectionAttempt.outcome(attempts), nothing(node), transcript)
                    : handshake(node, open.get(), trust, transcript);
        }
    }

    private Observation handshake(Node node, ConnectionAttempt open, TrustedAuthorities trust, List<String> transcript)
            throws InterruptedException {
        String address = open.attempt().address();
        TlsHandshake handshake =
                TlsHandshake.over(Objects.requireNonNull(open.channel()), node.host(), settings.answer());
        PresentedChain chain = new PresentedChain(handshake.chain());
        Optional<ChainVerification> verification = handshake.chain().isEmpty()
                ? Optional.empty()
                : Optional.of(ChainVerification.of(handshake.chain(), node.host(), trust, clock.instant()));
        transcript.add("TLS with " + address + " port " + node.port() + ", server name " + node.host() + ": "
                + handshake.words() + " (" + handshake.millis() + " ms)");
        transcript.addAll(chain.transcript());
        verification.ifPresent(each -> transcript.add("Verification: " + each.words(node.host())));
        TlsFacts facts = new TlsFacts(
                node.host(),
                node.port(),
                address,
                handshake.protocol(),
                handshake.alert(),
                chain.facts(),
                chain.issuer(),
                verification.filter(ChainVerification::trusted).isPresent(),
                verification.filter(ChainVerification::nameMatches).isPresent(),
                verification.filter(ChainVerification::inDate).isPresent());
        return new Observation(outcome(handshake.fault(), verification), facts, transcript);
    }

    /** Returns the facts of a node of which no address opened. */
    private static TlsFacts nothing(Node node) {
        return new TlsFacts(node.host(), node.port(), null, null, null, List.of(), "", false, false, false);
    }

    /** Returns the handshake's fault before the certificate's, because it says more. */
    private static Outcome outcome(@Nullable Reason handshake, Optional<ChainVerification> verification) {
        return Optional.ofNullable(handshake)
                .or(() -> verification.flatMap(ChainVerification::fault))
                .map(Observation::outcomeOf)
                .orElse(new Outcome.Passed());
    }
}
