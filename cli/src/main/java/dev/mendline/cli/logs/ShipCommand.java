package dev.mendline.cli.logs;

import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.kafka.KafkaOptions;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.InputFile;
import dev.mendline.ingest.LogLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that sends files or standard input to the logs topic. */
@Command(name = "ship", description = "Send log files to the logs topic.", mixinStandardHelpOptions = true)
public final class ShipCommand implements Callable<Integer> {
    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--service", paramLabel = "NAME", description = "Service of lines that do not name one.")
    private @Nullable String service;

    @Option(names = "--multiline", description = "Join stack traces to the line before them.")
    private boolean multiline;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Log files; '-' is standard input.")
    private List<String> files = List.of();

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile boolean away;

    @Override
    public Integer call() throws IOException {
        InputFile.check(files);
        Broker broker = kafka.reached();
        String topic = topic(broker);
        try (KafkaProducer<String, byte[]> producer = broker.producer()) {
            for (String file : files) {
                try (InputStream in = InputFile.open(file)) {
                    LogLines.read(in, multiline, (number, bytes, cut) -> send(producer, topic, file, number, bytes));
                }
            }
            producer.flush();
        }
        if (away) {
            throw broker.away();
        }
        System.err.printf("mendline: %d line%s to %s%n", sent.get(), sent.get() == 1 ? "" : "s", topic);
        return refused.get() == 0 ? ExitCode.GOOD : ExitCode.NO;
    }

    private String topic(Broker broker) {
        List<String> logs = kafka.configuration().kafka().logs();
        return logs.isEmpty() || logs.get(0).startsWith("^") ? broker.topics().logs() : logs.get(0);
    }

    private void send(KafkaProducer<String, byte[]> producer, String topic, String file, long number, byte[] line) {
        if (line.length == 0 || away) {
            return;
        }
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, line);
        if (service != null) {
            record.headers().add("service.name", service.getBytes(StandardCharsets.UTF_8));
        }
        var unused = producer.send(record, (metadata, fault) -> {
            if (fault == null) {
                sent.incrementAndGet();
            } else if (fault instanceof TimeoutException) {
                away = true;
            } else {
                refused.incrementAndGet();
                System.err.printf("mendline: %s:%d was not sent: %s%n", file, number, reason(fault, line.length));
            }
        });
    }

    private static String reason(Exception fault, int length) {
        return fault instanceof RecordTooLargeException
                ? length + " bytes exceed the limit of the topic (max.message.bytes)"
                : String.valueOf(fault.getMessage());
    }
}
