package dev.mendline.classifier;

import dev.mendline.model.Json;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handler for records that cause an exception in this code. It sends them to the dead-letter topic and continues. The
 * dead letter contains the place and the exception's class, never its message, which may contain part of the record.
 */
public final class FaultHandler implements ProcessingExceptionHandler, ProductionExceptionHandler {
    static final String DEAD_LETTERS = "mendline.dead-letters.topic";

    private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);

    private String deadLetters = "";
    /**
     * True for exactly-once processing, in which a rejected record has ended its transaction and processing cannot
     * continue.
     */
    private boolean exactlyOnce;

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = String.valueOf(configs.get(DEAD_LETTERS));
        exactlyOnce = StreamsConfig.EXACTLY_ONCE_V2.equals(configs.get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return ProcessingExceptionHandler.Response.resume(List.of(letter(context, exception)));
    }

    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        return exception instanceof RecordTooLargeException && !exactlyOnce
                ? ProductionExceptionHandler.Response.resume(List.of(letter(context, exception)))
                : ProductionExceptionHandler.Response.fail();
    }

    private ProducerRecord<byte[], byte[]> letter(ErrorHandlerContext context, Exception exception) {
        Coordinates source = new Coordinates(context.topic(), context.partition(), context.offset());
        Throwable root = exception.getCause() == null ? exception : exception.getCause();
        LOG.error(
                "{} could not be processed by {} ({}); it is in {}",
                source,
                context.processorNodeId(),
                root.getClass().getName(),
                deadLetters);
        DeadLetter letter = new DeadLetter(
                source,
                "fault",
                context.processorNodeId() + " stumbled: " + root.getClass().getName(),
                "",
                null,
                Instant.ofEpochMilli(Math.max(0, context.timestamp())));
        return new ProducerRecord<>(
                deadLetters, source.toString().getBytes(StandardCharsets.UTF_8), Json.bytes(letter));
    }
}
