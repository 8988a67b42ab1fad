package dev.mendline.cli.config;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.model.Topics;
import dev.mendline.model.config.BadFile;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.net.HostNames;
import dev.mendline.notifier.ChannelSettingsReader;
import dev.mendline.notifier.ChannelTypes;
import dev.mendline.notifier.channel.ChannelSettings;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.worker.QueueKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Content of {@code mendline.yaml}, with defaults for missing keys. */
public record Configuration(
        KafkaSettings kafka,
        List<Inventory.Zone> zones,
        List<Inventory.Target> targets,
        List<Inventory.Suffix> suffixes,
        EngineSettings engine,
        ProbeSection probes,
        RedactSettings redact,

        @JsonDeserialize(contentUsing = ChannelSettingsReader.class)
        List<ChannelSettings> channels,

        CatalogSettings catalog) {
    public static final Configuration DEFAULT =
            new Configuration(null, List.of(), List.of(), List.of(), null, null, null, List.of(), null);

    /** Section {@code kafka}: the connection and the names of topics. */
    public record KafkaSettings(
            @Nullable String bootstrapServer,
            Map<String, String> properties,
            @Nullable String topicPrefix,
            List<String> logs,
            @Nullable String processingGuarantee,
            @Nullable String groupProtocol) {
        public KafkaSettings {
            properties = Map.copyOf(properties);
            logs = List.copyOf(logs);
            allowed("processing-guarantee", processingGuarantee, List.of("exactly_once_v2", "at_least_once"));
            allowed("group-protocol", groupProtocol, List.of("classic", "streams"));
            logs.stream().filter(name -> name.startsWith("^")).forEach(pattern -> {
                if ("streams".equals(groupProtocol)) {
                    throw new IllegalArgumentException("logs: a pattern ('" + pattern
                            + "') needs group-protocol: classic, because Kafka's streams protocol accepts names only");
                }
            });
        }

        static void allowed(String key, @Nullable String value, List<String> values) {
            if (value != null && !values.contains(value)) {
                throw new IllegalArgumentException(
                        key + ": '" + value + "' is not allowed; allowed: " + String.join(", ", values));
            }
        }

        public Topics topics() {
            return topicPrefix == null ? Topics.DEFAULT : new Topics(topicPrefix);
        }
    }

    /**
     * Section {@code probes}.
     *
     * @param referenceZone zone with which the zones of services are compared; null for none
     * @param controlTarget host that accepts TCP on every port, to distinguish a blocked network from a closed node
     */
    public record ProbeSection(
            @Nullable String queue,
            int concurrency,
            @Nullable String referenceZone,
            @Nullable String controlTarget) {
        public ProbeSection {
            KafkaSettings.allowed("queue", queue, QueueKind.words());
            if (controlTarget != null && !HostNames.isName(controlTarget)) {
                throw new IllegalArgumentException("control-target: '" + controlTarget + "' is not a host name");
            }
            concurrency = concurrency == 0 ? 8 : concurrency;
            if (concurrency < 1 || concurrency > 500) {
                throw new IllegalArgumentException("concurrency must be between 1 and 500 (was " + concurrency + ")");
            }
        }

        public QueueKind kind() {
            return queue == null ? QueueKind.AUTO : QueueKind.of(queue);
        }
    }

    /** Section {@code redact}: which parts of a log are kept. */
    public record RedactSettings(@Nullable Samples samples, List<Rule> rules) {
        /** Option to keep redacted texts. */
        enum Samples {
            @com.fasterxml.jackson.annotation.JsonProperty("full")
            FULL,
            @com.fasterxml.jackson.annotation.JsonProperty("none")
            NONE
        }

        /** Pattern in RE2 syntax whose matches are redacted. */
        public record Rule(String name, String pattern) {
            Redactor.Rule compiled() {
                return new Redactor.Rule(name, com.google.re2j.Pattern.compile(pattern));
            }
        }

        public RedactSettings {
            rules = List.copyOf(rules);
            rules.forEach(Rule::compiled);
        }
    }

    /** Section {@code catalog}: folders that add to or replace the shipped catalog. */
    public record CatalogSettings(List<String> directories) {
        public CatalogSettings {
            directories = List.copyOf(directories);
        }
    }

    public Configuration(
            @Nullable KafkaSettings kafka,
            List<Inventory.Zone> zones,
            List<Inventory.Target> targets,
            List<Inventory.Suffix> suffixes,
            @Nullable EngineSettings engine,
            @Nullable ProbeSection probes,
            @Nullable RedactSettings redact,
            @JsonDeserialize(contentUsing = ChannelSettingsReader.class) List<ChannelSettings> channels,
            @Nullable CatalogSettings catalog) {
        this.kafka = kafka != null ? kafka : new KafkaSettings(null, Map.of(), null, List.of(), null, null);
        this.zones = List.copyOf(zones);
        this.targets = List.copyOf(targets);
        this.suffixes = List.copyOf(suffixes);
        this.probes = probes != null ? probes : new ProbeSection(null, 0, null, null);
        this.engine = (engine != null ? engine : EngineSettings.DEFAULT).withReferenceZone(this.probes.referenceZone());
        this.redact = redact != null ? redact : new RedactSettings(null, List.of());
        this.channels = List.copyOf(channels);
        this.catalog = catalog != null ? catalog : new CatalogSettings(List.of());
        new Inventory(targets, suffixes, zones);
        ChannelTypes.requireUniqueNames(channels);
    }

    public Inventory inventory() {
        return new Inventory(targets, suffixes, zones);
    }

    /** Returns the settings of probes with the given time-out, or with the default ones. */
    public ProbeSettings probing(@Nullable Duration wait) {
        ProbeSettings usual = ProbeSettings.DEFAULT.with(probes.controlTarget());
        return wait == null ? usual : new ProbeSettings(wait, wait, wait, wait.multipliedBy(6), probes.controlTarget());
    }

    public Redactor redactor() {
        return new Redactor(
                redact.rules().stream().map(RedactSettings.Rule::compiled).toList());
    }

    public boolean samples() {
        return redact.samples() != RedactSettings.Samples.NONE;
    }

    /** Returns this configuration with the values of {@code MENDLINE_KAFKA_…} environment variables. */
    public Configuration over(Map<String, String> environment) {
        KafkaSettings set;
        try {
            set = new KafkaSettings(
                    environment.getOrDefault("MENDLINE_KAFKA_BOOTSTRAP_SERVER", kafka.bootstrapServer()),
                    kafka.properties(),
                    environment.getOrDefault("MENDLINE_KAFKA_TOPIC_PREFIX", kafka.topicPrefix()),
                    kafka.logs(),
                    environment.getOrDefault("MENDLINE_KAFKA_PROCESSING_GUARANTEE", kafka.processingGuarantee()),
                    environment.getOrDefault("MENDLINE_KAFKA_GROUP_PROTOCOL", kafka.groupProtocol()));
        } catch (IllegalArgumentException e) {
            throw new BadFile("environment", 0, "MENDLINE_KAFKA_…", String.valueOf(e.getMessage()));
        }
        return new Configuration(set, zones, targets, suffixes, engine, probes, redact, channels, catalog);
    }

    /** Returns the error in the name of a zone; empty if the zone is configured. */
    public Optional<String> zoneFlaw(String zone) {
        List<String> known = zoneNames();
        return known.contains(zone)
                ? Optional.empty()
                : Optional.of("no zone '" + zone + "' is configured; configured zones: " + String.join(", ", known));
    }

    /** Returns the names of all configured zones, in their order. */
    public List<String> zoneNames() {
        return inventory().zones().stream().map(Inventory.Zone::name).toList();
    }
}
