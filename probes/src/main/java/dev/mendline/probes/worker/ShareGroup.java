package dev.mendline.probes.worker;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Settings of a share group on the broker (KIP-932). By default it starts at the latest record and reads uncommitted
 * records, so they must be set before the first member joins.
 */
final class ShareGroup implements ShareQueue.Preparation {
    private static final Map<String, String> SETTINGS =
            Map.of("share.auto.offset.reset", "earliest", "share.isolation.level", "read_committed");

    private final Admin admin;
    private final ConfigResource group;
    private boolean prepared;

    ShareGroup(Admin admin, String group) {
        this.admin = admin;
        this.group = new ConfigResource(ConfigResource.Type.GROUP, group);
    }

    /**
     * Sets the missing settings, once.
     *
     * @throws org.apache.kafka.common.errors.RetriableException if the broker does not answer
     */
    @Override
    public void prepare() {
        if (prepared) {
            return;
        }
        Config now =
                BrokerAnswer.of(admin.describeConfigs(List.of(group)).all()).getOrDefault(group, new Config(List.of()));
        Collection<AlterConfigOp> changes = SETTINGS.entrySet().stream()
                .filter(setting -> !holds(now, setting))
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        if (!changes.isEmpty()) {
            BrokerAnswer.of(
                    admin.incrementalAlterConfigs(Map.of(group, changes)).all());
        }
        prepared = true;
        admin.close(Duration.ZERO);
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
