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

/** Running services of a lab, with their logs. */
public final class Services implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Delay between starts, because a simultaneous start would overload the processor and cause unrelated timeouts. */
    private static final Duration APART = Duration.ofMillis(100);

    private final Map<String, ServiceLog> logs = new TreeMap<>();
    private final List<Application> applications = new ArrayList<>();
    private final LogTap tap;

    /**
     * Creates the services without starting them.
     *
     * @param services names of the services
     */
    public Services(List<String> services, LogSink sink) {
        services.forEach(service -> logs.put(service, new ServiceLog(service, sink)));
        tap = LogTap.attach(logs);
    }

    /**
     * Starts the service of a deployment. A transient fault ends after the service has logged it, and the log is held
     * back until the service recovers.
     *
     * @param tls trusts the deployments' authority
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

    /** Returns when the sink has an error of each service; at once if the sink failed or the lab is closed. */
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

    /** Keeps the tap attached, so that remaining threads do not write to the process's log. */
    private void letGo() {
        if (applications.stream().allMatch(Application::ended)) {
            tap.close();
        }
    }
}
