package dev.mendline.lab;

import dev.mendline.lab.dns.JndiDns;
import dev.mendline.lab.net.Closing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** The services of a lab while they run, and their logs. */
final class Services implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, ServiceLog> logs = new TreeMap<>();
    private final List<Application> applications = new ArrayList<>();
    private final LogTap tap;

    Services(List<Dealt> dealt, LogSink sink) {
        for (Dealt each : dealt) {
            String service = each.business().service();
            logs.put(service, new ServiceLog(service, sink));
        }
        tap = LogTap.attach(logs);
    }

    void start(Dealt dealt, JndiDns dns, Deployment deployment) {
        ServiceLog log = log(dealt.business().service());
        if (dealt.fault() == Fault.LATE_START) {
            log.hold(deployment::listen);
        }
        Application application = new Application(dealt, dns, tap, log::release);
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
    void awaitErrors() {
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
            throw new IllegalStateException("not every service was heard", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the services' errors", e);
        }
    }

    private String silent() {
        return logs.entrySet().stream()
                .filter(log -> !log.getValue().told().isDone())
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        tap.mute();
        logs.values().forEach(log -> log.told().completeExceptionally(new IllegalStateException("the lab was closed")));
        applications.forEach(Application::stop);
        Closing.all(() -> Closing.all(applications), tap);
    }
}
