package dev.mendline.probes.worker;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Waits a short time for a broker's answer, so that the worker can be closed meanwhile. The next try finds the
 * connection open.
 */
final class BrokerAnswer {
    private static final int TRY_MILLIS = 1000;

    private BrokerAnswer() {}

    /** @throws org.apache.kafka.common.errors.RetriableException if the broker does not answer */
    static <T> T of(KafkaFuture<T> future) {
        try {
            return future.get(TRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("no answer within " + TRY_MILLIS + " ms", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException fault ? fault : new KafkaException(e.getCause());
        }
    }
}
