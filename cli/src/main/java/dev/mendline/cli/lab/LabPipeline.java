package dev.mendline.cli.lab;

import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.config.ConfigurationFile;
import dev.mendline.cli.config.DataDirectory;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.output.Progress;
import dev.mendline.cli.process.OpenResources;
import dev.mendline.cli.runtime.Roles;
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

/** Lab and pipeline with an embedded broker, in this process. */
public record LabPipeline(Lab lab, Broker broker, Roles roles, DataDirectory data, Catalog catalog) {
    /**
     * Starts all parts, which {@code closing} closes.
     *
     * @param folder data directory of the broker; null for a temporary one
     * @param names names of the scenarios
     * @param messages channels of the notifier; empty for no notifier
     */
    public static LabPipeline start(
            OpenResources closing,
            Progress progress,
            @Nullable Path folder,
            long seed,
            Collection<String> names,
            List<Channel> messages,
            Catalog catalog)
            throws IOException {
        DataDirectory data = new DataDirectory(folder != null ? folder.toAbsolutePath() : closing.temporaryFolder());
        closing.keep(data.lock());

        progress.step("starting the broker");
        EmbeddedBroker kafka = closing.keep(EmbeddedBroker.start(data.path().resolve("kafka"), 0));
        progress.step("building the lab (seed " + seed + ")");
        Lab lab = closing.keep(Lab.start(seed, names));
        Configuration configuration = ConfigurationFile.parse("the lab's mendline.yaml", lab.configuration());
        Broker broker = Broker.embedded(kafka, configuration);

        progress.step("starting classifier, probes and notifier");
        Roles roles = closing.keep(new Roles(broker, configuration));
        roles.startAll(catalog, data, messages);
        return new LabPipeline(lab, broker, roles, data, catalog);
    }

    /** Returns the given seed or a random one. */
    static long seed(@Nullable Long given) {
        return given != null ? given : RandomGenerator.getDefault().nextLong(1, 1_000_000);
    }
}
