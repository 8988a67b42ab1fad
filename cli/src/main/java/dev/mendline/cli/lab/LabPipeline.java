package dev.mendline.cli.lab;

import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.config.ConfigurationFile;
import dev.mendline.cli.config.DataDirectory;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.output.Progress;
import dev.mendline.cli.process.Closing;
import dev.mendline.cli.runtime.Pipeline;
import dev.mendline.cli.runtime.Roles;
import dev.mendline.cli.runtime.UpCommand;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.lab.Lab;
import dev.mendline.lab.broker.EmbeddedBroker;
import dev.mendline.notifier.channel.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The lab and the whole pipeline around it, in this process, with a broker of its own. */
public record LabPipeline(Lab lab, Broker broker, Roles roles, DataDirectory data, Catalog catalog) {
    /**
     * Starts all of it; what it started goes with {@code closing}.
     *
     * @param folder where the broker keeps its data; null for a temporary one
     * @param names of the lab's scenarios
     * @param messages where the notifier shows its messages; none for no notifier
     */
    public static LabPipeline start(
            Closing closing,
            Progress progress,
            @Nullable Path folder,
            long seed,
            Collection<String> names,
            List<Channel> messages,
            Catalog catalog)
            throws IOException {
        Path path = folder != null ? folder : closing.temporaryFolder();
        DataDirectory data = new DataDirectory(path.toAbsolutePath());
        closing.keep(data.lock());

        progress.step("starting the broker");
        EmbeddedBroker kafka = closing.keep(EmbeddedBroker.start(data.path().resolve("kafka"), 0));
        progress.step("building the lab (seed " + seed + ")");
        Lab lab = closing.keep(Lab.start(seed, names));
        Configuration configuration = ConfigurationFile.parse("the lab's mendline.yaml", lab.configuration());
        Broker broker = Pipeline.own(kafka, configuration);

        progress.step("starting classifier, probes and notifier");
        Roles roles = closing.keep(new Roles(broker, configuration));
        broker.createTopics(configuration.zoneNames(), UpCommand.PARTITIONS);
        roles.classifier(catalog, data.path().resolve("streams"));
        roles.probes(configuration.zoneNames());
        if (!messages.isEmpty()) {
            roles.notifier(messages);
        }
        data.announce(broker.address());
        Pipeline.awaitRunning(roles);
        return new LabPipeline(lab, broker, roles, data, catalog);
    }

    /** The one that was asked for, else one by chance. */
    static long seed(@Nullable Long given) {
        return given != null ? given : RandomGenerator.getDefault().nextLong(1, 1_000_000);
    }
}
