package dev.mendline.probes.worker;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.common.TopicPartition;

class ShareQueueContractTest extends ProbeQueueContract {
    @Override
    QueueKind kind() {
        return QueueKind.SHARE;
    }

    /** The lock is the group's own setting; a consumer has none. */
    @Override
    Map<String, Object> impatient() {
        return Map.of();
    }

    @Override
    long unfinished(Admin admin, long count) throws Exception {
        String group = group(1).name();
        SharePartitionOffsetInfo info = admin.listShareGroupOffsets(Map.of(group, new ListShareGroupOffsetsSpec()))
                .partitionsToOffsetInfo(group)
                .get()
                .get(new TopicPartition(topic, 0));
        return info == null ? count : info.lag().orElse(count);
    }
}
