package dev.mendline.cli.runtime;

import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.kafka.KafkaOptions;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.OpenResources;
import dev.mendline.cli.process.UsageError;
import dev.mendline.engine.catalog.Catalog;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that runs roles against an existing Kafka cluster. */
@Command(
        name = "run",
        description = "Run roles against an existing Kafka cluster until Ctrl-C or SIGTERM.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--zone",
            paramLabel = "NAME",
            description = "Zones that the role 'probes' serves. Default: all configured zones.")
    private List<String> zones = List.of();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "4",
            description = "Partitions of topics that are created. Default: ${DEFAULT-VALUE}")
    private int partitions;

    @Parameters(arity = "1..*", paramLabel = "ROLE", description = "classifier, probes or notifier")
    private List<Roles.Role> roles = List.of();

    @Override
    public Integer call() {
        Configuration configuration = kafka.configuration();
        Catalog catalog = kafka.setup().catalog();
        List<String> known = configuration.zoneNames();
        zones.forEach(zone -> UsageError.ifPresent(configuration.zoneFlaw(zone)));
        Broker broker = kafka.broker().awaited();
        try (OpenResources closing = new OpenResources()) {
            broker.createTopics(known, partitions);
            Roles running = closing.keep(new Roles(broker, configuration));
            for (Roles.Role role : new TreeSet<>(roles)) {
                switch (role) {
                    case CLASSIFIER ->
                        running.classifier(catalog, kafka.data().path().resolve("streams"));
                    case PROBES -> running.probes(zones.isEmpty() ? known : zones);
                    case NOTIFIER -> running.notifier(UpCommand.channels(configuration));
                }
            }
            System.err.println("mendline: running "
                    + new TreeSet<>(roles).toString().toLowerCase(Locale.ROOT) + " with Kafka at " + broker.address()
                    + ". Press Ctrl-C to stop.");
            running.watch();
            return ExitCode.CANNOT_WORK;
        }
    }
}
