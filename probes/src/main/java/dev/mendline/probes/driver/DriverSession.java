package dev.mendline.probes.driver;

import dev.mendline.model.probe.Reason;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.net.PermittedRoute;
import dev.mendline.probes.net.Trust;
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
 * An errand to a node, on a thread of its own. When its time is up or the caller is interrupted, its sockets are closed
 * under it and so it ends: the driver itself listens to neither.
 */
final class DriverSession {
    /** What a thread needs to end once its sockets are closed. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    /** The driver's threads come into it too, for they are begun by ours. */
    private static final ThreadGroup THREADS = new ThreadGroup(PinnedClient.APPLICATION);

    private final Guard guard;
    private final ProbeSettings settings;
    private final Clock clock;
    private final Stopwatch watch;

    /** Its time runs from now on; what is left of the probe's is for the end. */
    DriverSession(Guard guard, ProbeSettings settings, Clock clock) {
        this.guard = guard;
        this.settings = settings;
        this.clock = clock;
        this.watch = new Stopwatch(settings.probe().minus(settings.answer().dividedBy(2)));
    }

    /** Finds the way to the subject's node and runs the errand there, if there is one. */
    Observation pay(Subject subject, DriverTask errand) throws InterruptedException {
        PermittedRoute approach = PermittedRoute.of(subject, guard, settings);
        Observation barred = approach.barred();
        if (barred != null) {
            return barred;
        }
        Login login = errand.login(subject, settings);
        Observation nobody = login.barred();
        if (nobody != null) {
            return told(approach, nobody);
        }
        CertificateCheck certificates;
        try {
            certificates = errand.verifies()
                    ? CertificateCheck.authorities(Trust.of(subject.tlsCaFile()), subject.host(), clock)
                    : CertificateCheck.everyone();
        } catch (IOException | CertificateException e) {
            return told(
                    approach,
                    Observation.inconclusive(Reason.OTHER, "The file with the authorities to trust cannot be read"));
        }
        return run(new PinnedClient(subject, approach, certificates, login.credential(), settings), errand);
    }

    /** With what was seen on the way before it. */
    private static Observation told(PermittedRoute approach, Observation end) {
        List<String> lines = new ArrayList<>(approach.transcript());
        lines.addAll(end.transcript());
        return new Observation(end.outcome(), end.facts(), lines, end.refusals());
    }

    private Observation run(PinnedClient contact, DriverTask errand) throws InterruptedException {
        FutureTask<Observation> task = new FutureTask<>(() -> contact.attend(errand));
        Thread thread = new Thread(THREADS, task, PinnedClient.APPLICATION + "-visit");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(watch.left(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedIOException e) {
            return errand.failed(contact, Fault.TIMED_OUT);
        } catch (ExecutionException e) {
            throw new IllegalStateException(Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            contact.close();
            thread.join(FAREWELL.toMillis());
        }
    }
}
