package dev.mendline.probes.driver;

import dev.mendline.model.probe.Reason;
import dev.mendline.probes.guard.Guard;
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
 * Runs one task against one node, on its own thread. When the time is up or the caller is interrupted, it closes the
 * sockets, which ends the task. The driver itself reacts to neither.
 */
final class DriverSession {
    /** Time for the thread to end after its sockets are closed. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    /** Also contains the driver's threads, because our thread starts them. */
    private static final ThreadGroup THREADS = new ThreadGroup(PinnedClient.APPLICATION);

    private final Guard guard;
    private final ProbeSettings settings;
    private final Clock clock;
    private final Stopwatch watch;

    /** Starts the session's time limit. The rest of the probe's time is for closing. */
    DriverSession(Guard guard, ProbeSettings settings, Clock clock) {
        this.guard = guard;
        this.settings = settings;
        this.clock = clock;
        this.watch = new Stopwatch(settings.probe().minus(settings.answer().dividedBy(2)));
    }

    /** Finds a permitted route to the subject's node and runs the task there. */
    Observation run(Subject subject, DriverTask task) throws InterruptedException {
        PermittedRoute route = PermittedRoute.of(subject, guard, settings);
        Observation barred = route.barred();
        if (barred != null) {
            return barred;
        }
        Login login = task.login(subject, settings);
        Observation nobody = login.barred();
        if (nobody != null) {
            return told(route, nobody);
        }
        CertificateCheck certificates;
        try {
            certificates = task.verifies()
                    ? CertificateCheck.authorities(TrustedAuthorities.of(subject.tlsCaFile()), subject.host(), clock)
                    : CertificateCheck.everyone();
        } catch (IOException | CertificateException e) {
            return told(
                    route, Observation.inconclusive(Reason.OTHER, "The file of trusted authorities cannot be read"));
        }
        return run(new PinnedClient(subject, route, certificates, login.credential(), settings), task);
    }

    /** Puts the route's transcript before the result. */
    private static Observation told(PermittedRoute route, Observation end) {
        List<String> lines = new ArrayList<>(route.transcript());
        lines.addAll(end.transcript());
        return new Observation(end.outcome(), end.facts(), lines, end.refusals());
    }

    private Observation run(PinnedClient client, DriverTask task) throws InterruptedException {
        FutureTask<Observation> running = new FutureTask<>(() -> client.perform(task));
        Thread thread = new Thread(THREADS, running, PinnedClient.APPLICATION + "-visit");
        thread.setDaemon(true);
        thread.start();
        try {
            return running.get(watch.left(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedIOException e) {
            return task.failed(client, DriverFault.TIMED_OUT);
        } catch (ExecutionException e) {
            throw new IllegalStateException(Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            client.close();
            thread.join(FAREWELL.toMillis());
        }
    }
}
