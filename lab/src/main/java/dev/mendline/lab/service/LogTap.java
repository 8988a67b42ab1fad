package dev.mendline.lab.service;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import com.mongodb.connection.ClusterId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Log appender that passes events of applications and drivers to their service's log. The thread identifies the
 * service: application threads register themselves, driver threads contain their cluster's id. All other events, such
 * as those of probes, are dropped.
 */
final class LogTap extends UnsynchronizedAppenderBase<ILoggingEvent> implements AutoCloseable {
    private record Tapped(Logger logger, @Nullable Level level, boolean additive) {}

    private static final List<String> LOGGERS = List.of("org.mongodb.driver", "com.example");
    private static final Pattern MONITOR = Pattern.compile("cluster-(?:ClusterId\\{value=')?([0-9a-f]{24}).*");

    private final Map<String, ServiceLog> logs;
    private final Map<String, String> services = new ConcurrentHashMap<>();
    private final ThreadLocal<String> speaker = new ThreadLocal<>();
    private final List<Tapped> tapped;
    private volatile boolean open = true;

    private LogTap(LoggerContext context, Map<String, ServiceLog> logs) {
        this.logs = Map.copyOf(logs);
        setContext(context);
        start();
        tapped = LOGGERS.stream().map(context::getLogger).map(this::tap).toList();
    }

    /**
     * @throws IllegalStateException if this process does not log with Logback
     */
    static LogTap attach(Map<String, ServiceLog> logs) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            return new LogTap(context, logs);
        }
        throw new IllegalStateException("the lab reads log events from Logback, but SLF4J is bound to "
                + LoggerFactory.getILoggerFactory().getClass().getName());
    }

    /** Assigns the current thread to a service. */
    void speakFor(String service) {
        speaker.set(service);
    }

    /** Assigns the driver's threads of a cluster to a service. */
    void belongs(ClusterId cluster, String service) {
        services.put(cluster.getValue(), service);
    }

    /** Drops all further events, because errors during shutdown belong to no service. */
    void mute() {
        open = false;
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (open) {
            service(event).map(logs::get).ifPresent(log -> log.append(event));
        }
    }

    private Optional<String> service(ILoggingEvent event) {
        String own = speaker.get();
        if (own != null) {
            return Optional.of(own);
        }
        Matcher monitor = MONITOR.matcher(event.getThreadName());
        return monitor.matches() ? Optional.ofNullable(services.get(monitor.group(1))) : Optional.empty();
    }

    private Tapped tap(Logger logger) {
        Tapped before = new Tapped(logger, logger.getLevel(), logger.isAdditive());
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(this);
        return before;
    }

    @Override
    public void close() {
        for (Tapped before : tapped) {
            before.logger().detachAppender(this);
            before.logger().setLevel(before.level());
            before.logger().setAdditive(before.additive());
        }
        stop();
    }
}
