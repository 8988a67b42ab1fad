package dev.mendline.lab.service;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import co.elastic.logging.logback.EcsEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Log of one service on its way to the sink; it can be held back until the service recovers. */
final class ServiceLog {
    private final String service;
    private final LogSink sink;
    private final EcsEncoder encoder = new EcsEncoder();
    private final List<byte[]> held = new ArrayList<>();
    private final CompletableFuture<Void> told = new CompletableFuture<>();
    private volatile String awaited;
    private boolean holding;
    private int missing;
    private String words = "";
    private Runnable then = () -> {};

    ServiceLog(String service, LogSink sink) {
        this.service = service;
        this.sink = sink;
        this.awaited = service;
        encoder.setServiceName(service);
        encoder.start();
    }

    /** Holds all lines back, and runs an action after {@code count} errors that contain {@code sign}. */
    synchronized void hold(int count, String sign, Runnable thing) {
        holding = true;
        missing = count;
        words = sign;
        then = thing;
        awaited = service + ", of whose errors too few said '" + sign + "'";
    }

    /** Passes on the held lines in order, and holds none back any more. */
    synchronized void release() {
        if (holding) {
            holding = false;
            held.forEach(this::tell);
            held.clear();
            told.complete(null);
        }
    }

    synchronized void append(ILoggingEvent event) {
        boolean error = event.getLevel().isGreaterOrEqual(Level.ERROR);
        byte[] line = line(event);
        if (holding) {
            held.add(line);
            if (error && shown(line) && --missing == 0) {
                happen();
            }
        } else {
            tell(line);
            if (error) {
                told.complete(null);
            }
        }
    }

    private boolean shown(byte[] line) {
        return new String(line, StandardCharsets.UTF_8).contains(words);
    }

    /** Runs the action and records a failure, because Logback swallows exceptions of appenders. */
    private void happen() {
        try {
            awaited = service + ", which did not get well";
            then.run();
        } catch (RuntimeException e) {
            told.completeExceptionally(
                    new IllegalStateException("what " + service + " ran into could not pass: " + e.getMessage(), e));
        }
    }

    /** Completes when the sink has an error of this service, or when the sink or the action failed. */
    CompletableFuture<Void> told() {
        return told;
    }

    /** Returns the service and the condition that it still waits for. */
    String awaited() {
        return awaited;
    }

    private void tell(byte[] line) {
        try {
            sink.accept(service, line);
        } catch (RuntimeException e) {
            told.completeExceptionally(new IllegalStateException("the sink took no line of " + service, e));
        }
    }

    private byte[] line(ILoggingEvent event) {
        byte[] line = encoder.encode(event);
        int end = line.length;
        while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
            end--;
        }
        return Arrays.copyOf(line, end);
    }
}
