package dev.mendline.classifier;

import java.util.Optional;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Policy for exceptions that end a Streams thread. If a topic has grown, the changelog grows and a new thread starts.
 * Any other exception is a bug and stops the classifier.
 */
final class StreamsFaultPolicy implements StreamsUncaughtExceptionHandler {
    /** Maximum number of attempts, because brokers learn of a new partition at different times. */
    private static final int MAX_IN_VAIN = 20;

    private static final Logger LOG = LoggerFactory.getLogger(StreamsFaultPolicy.class);

    private final Changelogs changelogs;
    private int inVain;
    private @Nullable Throwable failure;

    StreamsFaultPolicy(Changelogs changelogs) {
        this.changelogs = changelogs;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable fault) {
        Throwable stopped = fault;
        try {
            if (changelogs.concerns(fault) && goesOn()) {
                LOG.warn("topics have grown; the classifier goes on with a new thread");
                return StreamThreadExceptionResponse.REPLACE_THREAD;
            }
        } catch (RuntimeException e) {
            stopped = e;
        }
        failure = failure == null ? stopped : failure;
        LOG.error("the classifier stops: {}", stopped.toString());
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private boolean goesOn() {
        inVain = changelogs.fit() ? 0 : inVain + 1;
        return inVain <= MAX_IN_VAIN;
    }

    /** Returns the exception that stopped the classifier, if any. */
    synchronized Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }
}
