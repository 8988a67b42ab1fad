package dev.mendline.lab.service;

import dev.mendline.lab.dns.JndiDns;
import dev.mendline.lab.net.OrderedClose;
import dev.mendline.lab.scenario.Client;
import dev.mendline.lab.world.AssignedScenario;
import dev.mendline.lab.world.Deployment;
import dev.mendline.model.net.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** The services of a lab while they run, and their logs. */
public final class Services implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** All at once would want more of the processor than there is, and time out for no reason of theirs. */
    private static final Duration APART = Duration.ofMillis(100);

    private final Map<String, ServiceLog> logs = new TreeMap<>();
    private final List<Application> applications = new ArrayList<>();
    private final LogTap tap;

    /**
     * None runs yet.
     *
     * @param services their names
     */
    public Services(List<String> services, LogSink sink) {
        services.forEach(service -> logs.put(service, new ServiceLog(service, sink)));
        tap = LogTap.attach(logs);
    }

    /**
     * Starts the service of a deployment. Where the fault passes, it does so once the errors of the service's
     * threads say what is wrong, and nobody reads the log before the service is well.
     *
     * @param tls trusts who issued the deployments' certificates
     */
    public void start(Deployment deployment, Endpoint resolver, SSLContext tls) {
        AssignedScenario dealt = deployment.dealt();
        Client client = dealt.fault().client();
        ServiceLog log = log(dealt.service());
        dealt.fault().nodes().until().ifPresent(words -> log.hold(client.threads(), words, deployment::pass));
        Application application = new Application(
                dealt.business(),
                client,
                client.connectionString(deployment.cluster()),
                new Application.Surroundings(new JndiDns(resolver), tls, tap, APART.multipliedBy(applications.size())),
                log::release);
        applications.add(application);
        application.start();
    }

    private ServiceLog log(String service) {
        ServiceLog log = logs.get(service);
        if (log == null) {
            throw new IllegalArgumentException("no service " + service);
        }
        return log;
    }

    /** Returns when the sink has an error of each service, at once when it failed to take a line or all is closed. */
    public void awaitErrors() {
        CompletableFuture<Void> all = CompletableFuture.allOf(
                logs.values().stream().map(ServiceLog::told).toArray(CompletableFuture<?>[]::new));
        for (ServiceLog log : logs.values()) {
            log.told().exceptionally(failure -> {
                all.completeExceptionally(failure);
                return null;
            });
        }
        try {
            all.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "no error within " + PATIENCE.toSeconds() + " s in the log of " + silent(), e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new IllegalStateException("not every service was heard: " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the services' errors", e);
        }
    }

    private String silent() {
        return logs.values().stream()
                .filter(log -> !log.told().isDone())
                .map(ServiceLog::awaited)
                .collect(Collectors.joining("; "));
    }

    @Override
    public void close() {
        tap.mute();
        logs.values().forEach(log -> log.told().completeExceptionally(new IllegalStateException("the lab was closed")));
        applications.forEach(Application::stop);
        OrderedClose.all(() -> OrderedClose.all(applications), this::letGo);
    }

    /** What a thread that is still there says at last is nothing for the log of the process: the tap goes on dropping it. */
    private void letGo() {
        if (applications.stream().allMatch(Application::ended)) {
            tap.close();
        }
    }
}
