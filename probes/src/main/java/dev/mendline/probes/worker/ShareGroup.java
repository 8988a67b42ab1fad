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
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * The settings that a share group has of its own, not its consumers (KIP-932): it begins with the latest record and
 * reads what transactions may still abort, unless it is told otherwise before its first member joins.
 */
final class ShareGroup implements ShareQueue.Preparation {
    private static final Map<String, String> SETTINGS =
            Map.of("share.auto.offset.reset", "earliest", "share.isolation.level", "read_committed");

    /** Short, so that a worker can be closed meanwhile; the connection stays, the next try is quicker. */
    private static final int TRY_MILLIS = 1000;

    private final Admin admin;
    private final ConfigResource group;
    private boolean prepared;

    ShareGroup(Admin admin, String group) {
        this.admin = admin;
        this.group = new ConfigResource(ConfigResource.Type.GROUP, group);
    }

    /**
     * Sets what is not so yet; once.
     *
     * @throws org.apache.kafka.common.errors.RetriableException when the broker does not answer
     */
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

    private static boolean holds(Config now, Map.Entry<String, String> setting) {
        ConfigEntry entry = now.get(setting.getKey());
        return entry != null && setting.getValue().equals(entry.value());
    }

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

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
