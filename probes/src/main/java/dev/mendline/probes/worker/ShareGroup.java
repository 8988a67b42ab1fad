package dev.mendline.probes.worker;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.SupportedVersionRange;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * Settings of a share group on the broker (KIP-932). By default it starts at the latest record and reads uncommitted
 * records, so they must be set before the first member joins.
 */
final class ShareGroup implements ShareQueue.Preparation {
    private static final Map<String, String> SETTINGS =
            Map.of("share.auto.offset.reset", "earliest", "share.isolation.level", "read_committed");

    private static final String SHARE = "share.version";
    private static final String METADATA = "metadata.version";
    /**
     * First metadata version of Kafka 4.2 (4.2-IV0). Older brokers can have share groups, but cannot renew a record
     * (KIP-1222) or keep a record limit (KIP-1206). No feature flag shows this, so the metadata version does.
     */
    private static final short KAFKA_4_2 = 28;

    /** Short, so that the worker can be closed meanwhile. The next try finds the connection open. */
    private static final int TRY_MILLIS = 1000;

    private final Admin admin;
    private final ConfigResource group;
    private boolean prepared;

    ShareGroup(Admin admin, String group) {
        this.admin = admin;
        this.group = new ConfigResource(ConfigResource.Type.GROUP, group);
    }

    /** Sets the missing settings, once. */
    @Override
    public void prepare() {
        if (prepared) {
            return;
        }
        Config now = answer(admin.describeConfigs(List.of(group)).all()).getOrDefault(group, new Config(List.of()));
        Collection<AlterConfigOp> changes = SETTINGS.entrySet().stream()
                .filter(setting -> !holds(now, setting))
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        if (!changes.isEmpty()) {
            answer(admin.incrementalAlterConfigs(Map.of(group, changes)).all());
        }
        prepared = true;
        admin.close(Duration.ZERO);
    }

    /** Returns true if the broker has share groups as they are used here. */
    static boolean isSupported(Admin admin) {
        try {
            FeatureMetadata features = answer(admin.describeFeatures().featureMetadata());
            FinalizedVersionRange finalized = features.finalizedFeatures().get(SHARE);
            SupportedVersionRange release = features.supportedFeatures().get(METADATA);
            return finalized != null
                    && finalized.maxVersionLevel() >= 1
                    && release != null
                    && release.maxVersion() >= KAFKA_4_2;
        } catch (UnsupportedVersionException e) {
            return false;
        }
    }

    /** @throws org.apache.kafka.common.errors.RetriableException if the broker does not answer */
    private static <T> T answer(KafkaFuture<T> future) {
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

    private static boolean holds(Config now, Map.Entry<String, String> setting) {
        ConfigEntry entry = now.get(setting.getKey());
        return entry != null && setting.getValue().equals(entry.value());
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
