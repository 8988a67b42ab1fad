package dev.mendline.lab.service;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import co.elastic.logging.logback.EcsEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The log of one service on its way to the sink; it can be held back until the service is well again. */
final class ServiceLog {
    private final String service;
    private final LogSink sink;
    private final EcsEncoder encoder = new EcsEncoder();
    private final List<byte[]> held = new ArrayList<>();
    private final CompletableFuture<Void> told = new CompletableFuture<>();
    private boolean holding;
    private int errors;
    private int enough;
    private Runnable then = () -> {};

    ServiceLog(String service, LogSink sink) {
        this.service = service;
        this.sink = sink;
        encoder.setServiceName(service);
        encoder.start();
    }

    /** Keeps all lines back from now on, and does something once there are so many errors among them. */
    synchronized void hold(int count, Runnable thing) {
        holding = true;
        enough = count;
        then = thing;
    }

    /** Hands over what was kept back, in order, and keeps nothing back any more. */
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
        if (holding) {
            held.add(line(event));
            if (error && ++errors == enough) {
                then.run();
            }
        } else {
            tell(line(event));
            if (error) {
                told.complete(null);
            }
        }
    }

    /** Done once the sink has an error of this service, or failed to take a line. */
    CompletableFuture<Void> told() {
        return told;
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
