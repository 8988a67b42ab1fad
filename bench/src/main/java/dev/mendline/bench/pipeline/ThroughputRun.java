package dev.mendline.bench.pipeline;

import dev.mendline.bench.comparison.Candidate;
import dev.mendline.bench.comparison.Score;
import dev.mendline.bench.pipeline.FirstRead.Moment;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Topology that reads a whole topic; the clock stops when the results of the last line are committed. */
record ThroughputRun(BenchBroker broker, LogTopic logs, MeasuredTopology topology, RunSettings settings)
        implements Candidate<Score> {
    private static final double NANOS = 1e9;

    @Override
    public String title() {
        return topology.title() + ", " + settings.guarantee().title();
    }

    /** Returns the run to compare with. */
    ThroughputRun with(MeasuredTopology other, RunSettings.Guarantee guarantee) {
        return new ThroughputRun(broker, logs, other, RunSettings.usual(guarantee, settings.properties()));
    }

    /** Measures the topology and checks its output. */
    @Override
    public Score measure() {
        Map<TopicPartition, Long> ends = broker.ends(logs.name());
        try (TopologyRun run = new TopologyRun(broker, topology, settings, logs.name())) {
            run.awaitCommitted(ends);
            Moment last = Moment.now();
            Moment first = run.firstRead();
            logs.expected().check(broker, run);
            double lines = logs.expected().lines();
            return new Score(
                    lines / (last.nanos() - first.nanos()) * NANOS,
                    (last.cpu() - first.cpu()) / lines,
                    logs.bytesPerLine());
        }
    }
}
