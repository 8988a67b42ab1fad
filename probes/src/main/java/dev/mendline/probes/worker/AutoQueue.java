package dev.mendline.probes.worker;

import dev.mendline.probes.worker.ZoneGroup.Member;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Queue that asks the broker once whether it has share groups, and then is a share queue or a classic one. */
final class AutoQueue implements ProbeQueue {
    private static final Logger LOG = LoggerFactory.getLogger(AutoQueue.class);

    private final Admin admin;
    private final Supplier<Member> share;
    private final Supplier<Member> classic;
    private volatile @Nullable Member chosen;

    AutoQueue(Admin admin, Supplier<Member> share, Supplier<Member> classic) {
        this.admin = admin;
        this.share = share;
        this.classic = classic;
    }

    @Override
    public List<Taken> take(Duration wait) {
        Member member = chosen;
        if (member == null) {
            member = choose();
            chosen = member;
            admin.close(Duration.ZERO);
        }
        return member.queue().take(wait);
    }

    @Override
    public void finish(Taken taken, End end) {
        Member member = chosen;
        if (member != null) {
            member.queue().finish(taken, end);
        }
    }

    @Override
    public void close() {
        Member member = chosen;
        if (member != null) {
            member.queue().close();
        }
        admin.close(Duration.ZERO);
    }

    /** Returns the metrics of the client in use. */
    Map<MetricName, ? extends Metric> metrics() {
        Member member = chosen;
        return member == null ? admin.metrics() : member.metrics().get();
    }

    private Member choose() {
        if (ShareGroup.isSupported(admin)) {
            LOG.info("The broker has share groups: workers of a zone share its requests one by one");
            return share.get();
        }
        LOG.info("The broker has no share groups (Kafka 4.2 with the feature share.version has): an ordinary consumer"
                + " group, one worker for each partition");
        return classic.get();
    }
}
