package dev.mendline.bench;

import dev.mendline.bench.pipeline.Latency;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Command that measures the delay from a log line to its incident. */
@Command(
        name = "latency",
        description =
                "Measures how long a line takes to its incident at 1,000 lines/s, beside a topology that thinks nothing.",
        mixinStandardHelpOptions = true)
final class LatencyCommand implements Callable<Integer> {
    @Mixin
    private Streaming streaming = new Streaming();

    @Override
    public Integer call() throws IOException {
        Latency.Length length = streaming.isQuick()
                ? Latency.Length.quick(streaming.rounds())
                : Latency.Length.full(streaming.rounds());
        Publication publication = streaming.publication("latency", "", "");
        publication.publish(() -> new Latency(
                        publication.home().resolve("target"), length, streaming.properties(), System.err::println)
                .run());
        return 0;
    }
}
