package dev.mendline.probes.worker;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs one line when the broker becomes unreachable and one when it is back. Not thread-safe. */
final class BrokerWatch {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    /** Grace period, because clients renew connections in normal operation and a starting broker drops some. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final String address;
    private final BooleanSupplier connected;
    private final long patienceNanos;
    private long agreedAt = System.nanoTime();
    private boolean away;

    BrokerWatch(String address, BooleanSupplier connected) {
        this(address, connected, PATIENCE);
    }

    BrokerWatch(String address, BooleanSupplier connected, Duration patience) {
        this.address = address;
        this.connected = connected;
        this.patienceNanos = patience.toNanos();
    }

    void look() {
        long now = System.nanoTime();
        if (connected.getAsBoolean() != away) {
            agreedAt = now;
        } else if (now - agreedAt >= patienceNanos) {
            agreedAt = now;
            away = !away;
            tell();
        }
    }

    private void tell() {
        if (away) {
            LOG.warn("The broker at {} is unreachable; retrying", address);
        } else {
            LOG.info("The broker at {} is back", address);
        }
    }
}
