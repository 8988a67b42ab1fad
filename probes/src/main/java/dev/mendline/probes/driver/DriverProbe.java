package dev.mendline.probes.driver;

import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.net.NodeProbe;
import dev.mendline.probes.net.PeerCertificates;
import dev.mendline.probes.net.PermittedRoute;
import dev.mendline.probes.net.TrustedAuthorities;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Stopwatch;
import dev.mendline.probes.spi.Subject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Probe that asks one node with the driver, on its own thread. When the time is up or the caller is interrupted, it
 * closes the sockets, which ends the thread. The driver itself reacts to neither.
 */
abstract class DriverProbe extends NodeProbe {
    /** Time for the thread to end after its sockets are closed. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    /** Also contains the driver's threads, because our thread starts them. */
    private static final ThreadGroup THREADS = new ThreadGroup(PinnedClient.APPLICATION);

    private final Clock clock;

    DriverProbe(ProbeKind kind, ProbeSettings settings, Guard guard, Clock clock) {
        super(kind, settings, guard);
        this.clock = clock;
    }

    Login login(Subject subject) throws InterruptedException {
        return Login.of(subject, settings);
    }

    /** Returns the check of the server's certificate: it must be trusted and for the node's name. */
    PeerCertificates certificates(Subject subject) throws IOException, CertificateException {
        return PeerCertificates.judged(TrustedAuthorities.of(subject.tlsCaFile()), subject.host(), clock);
    }

    /** Asks the server. Exceptions of the driver go to {@link #failed}. */
    abstract Observation ask(PinnedClient client);

    /** Returns the result if the server could not be asked. */
    abstract Observation failed(PinnedClient client, DriverFault fault);

    @Override
    protected final Observation run(Subject subject, PermittedRoute route, Stopwatch watch)
            throws InterruptedException {
        Login login = login(subject);
        Observation nobody = login.barred();
        if (nobody != null) {
            return told(route, nobody);
        }
        PeerCertificates certificates;
        try {
            certificates = certificates(subject);
        } catch (IOException | CertificateException e) {
            return told(
                    route, Observation.inconclusive(Reason.OTHER, "The file of trusted authorities cannot be read"));
        }
        return run(new PinnedClient(subject, route, certificates, login.credential(), settings), watch);
    }

    /** Puts the route's transcript before the result. */
    private static Observation told(PermittedRoute route, Observation end) {
        List<String> lines = new ArrayList<>(route.transcript());
        lines.addAll(end.transcript());
        return new Observation(end.outcome(), end.facts(), lines, end.refusals());
    }

    private Observation run(PinnedClient client, Stopwatch watch) throws InterruptedException {
        FutureTask<Observation> running = new FutureTask<>(() -> client.perform(this));
        Thread thread = new Thread(THREADS, running, PinnedClient.APPLICATION + "-visit");
        thread.setDaemon(true);
        thread.start();
        try {
            // The rest of the probe's time is for closing.
            long rest = settings.answer().dividedBy(2).toMillis();
            return running.get(watch.left() - rest, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedIOException e) {
            return failed(client, DriverFault.TIMED_OUT);
        } catch (ExecutionException e) {
            throw new IllegalStateException(Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            client.close();
            thread.join(FAREWELL.toMillis());
        }
    }
}
