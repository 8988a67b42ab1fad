package dev.mendline.cli.kafka;

import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.config.DataDirectory;
import dev.mendline.cli.process.CannotWork;
import dev.mendline.cli.process.UsageError;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Configuration and options of commands that use Kafka. The options have the names that Kafka's own tools use. */
public final class KafkaOptions {
    @Mixin
    private ConfigurationOptions setup = new ConfigurationOptions();

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description =
                    "Kafka's address. Default: the configuration, then the broker of the 'up' that runs on --data-dir.")
    @Nullable
    String bootstrapServer;

    @Option(names = "--command-config", paramLabel = "FILE", description = "Properties file for the Kafka clients.")
    @Nullable
    Path commandConfig;

    @Option(
            names = "--command-property",
            paramLabel = "KEY=VALUE",
            description = "One Kafka client property, as KEY=VALUE.")
    Map<String, String> commandProperties = new LinkedHashMap<>();

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Data directory of 'up'. Default: ~/.local/share/mendline")
    @Nullable
    Path dataDirectory;

    public DataDirectory data() {
        return DataDirectory.of(dataDirectory, System.getenv());
    }

    public ConfigurationOptions setup() {
        return setup;
    }

    public Configuration configuration() {
        return setup.configuration();
    }

    /** Returns the address from the options, the configuration or a running {@code up}. */
    private String address() {
        return Optional.ofNullable(bootstrapServer)
                .or(() -> Optional.ofNullable(configuration().kafka().bootstrapServer()))
                .or(() -> data().address())
                .orElseThrow(() -> new CannotWork("no Kafka address: pass --bootstrap-server, set"
                        + " kafka.bootstrap-server in mendline.yaml, or start 'mendline up' (data directory "
                        + data().path() + ")"));
    }

    public Broker broker() {
        return broker(configuration(), address());
    }

    /** Returns the broker if it answers. Fails within a few seconds otherwise. */
    public Broker reached() {
        return broker().reached();
    }

    public Broker broker(Configuration configuration, String address) {
        Map<String, Object> client = new HashMap<>(configuration.kafka().properties());
        Properties file = new Properties();
        if (commandConfig != null) {
            try (Reader reader = Files.newBufferedReader(commandConfig)) {
                file.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new UsageError("--command-config " + commandConfig + " cannot be read");
            }
        }
        file.stringPropertyNames().forEach(name -> client.put(name, file.getProperty(name)));
        client.putAll(commandProperties);
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, address);
        return new Broker(address, client, configuration.kafka().topics());
    }
}
