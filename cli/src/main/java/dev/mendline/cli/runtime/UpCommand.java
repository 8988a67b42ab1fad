package dev.mendline.cli.runtime;

import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.config.DataDirectory;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.OpenResources;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.lab.broker.EmbeddedBroker;
import dev.mendline.notifier.ChannelTypes;
import dev.mendline.notifier.channel.Channel;
import dev.mendline.notifier.channel.ChannelSettings;
import dev.mendline.notifier.channel.Console;
import dev.mendline.notifier.terminal.TerminalSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that runs the whole pipeline with an embedded broker. */
@Command(
        name = "up",
        description = "Run the whole pipeline with an embedded broker in one process until Ctrl-C.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
    static final int PORT = 29_092;

    @Mixin
    private ConfigurationOptions setup = new ConfigurationOptions();

    @Option(names = "--data-dir", paramLabel = "DIR", description = "Data directory. Default: ~/.local/share/mendline")
    private @Nullable Path dataDirectory;

    @Override
    public Integer call() {
        Configuration configuration = setup.configuration();
        Catalog catalog = setup.catalog();
        DataDirectory data = DataDirectory.of(dataDirectory, System.getenv());
        try (OpenResources closing = new OpenResources()) {
            closing.keep(data.lock());
            long started = System.nanoTime();
            EmbeddedBroker kafka = closing.keep(EmbeddedBroker.start(data.path().resolve("kafka"), PORT));
            Broker broker = Broker.embedded(kafka, configuration);
            Roles roles = closing.keep(new Roles(broker, configuration));
            roles.startAll(catalog, data, channels(configuration));
            System.err.printf(
                    "mendline: up in %.1f s. Kafka: %s. Logs topic: %s. Data: %s. Press Ctrl-C to stop.%n",
                    (System.nanoTime() - started) / 1e9,
                    broker.address(),
                    broker.topics().logs(),
                    data.path());
            roles.watch();
            return ExitCode.CANNOT_WORK;
        }
    }

    /** Returns the configured channels, or the terminal if none is configured. */
    static List<Channel> channels(Configuration configuration) {
        List<ChannelSettings> settings =
                configuration.channels().isEmpty() ? List.of(TerminalSettings.DEFAULT) : configuration.channels();
        return ChannelTypes.open(settings, new Console(Output.out(), Output.terminal()));
    }
}
