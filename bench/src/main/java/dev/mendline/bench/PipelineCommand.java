package dev.mendline.bench;

import dev.mendline.bench.corpus.Mix;
import dev.mendline.bench.pipeline.Load;
import dev.mendline.bench.pipeline.Throughput;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that measures the throughput of the pipeline in lines per second. */
@Command(
        name = "pipeline",
        description =
                "Measures stage 1 and the whole pipeline on the embedded broker, beside topologies that think nothing.",
        mixinStandardHelpOptions = true)
final class PipelineCommand implements Callable<Integer> {
    @Mixin
    private Streaming streaming = new Streaming();

    @Option(names = "--profile", description = "Tells besides where the whole pipeline's time goes.")
    private boolean isProfiled;

    @Option(names = "--only", paramLabel = "MIX", description = "One alone of: ${COMPLETION-CANDIDATES}.")
    private @Nullable Mix only;

    @Override
    public Integer call() throws IOException {
        Load load = streaming.isQuick()
                ? Load.quick(streaming.rounds(), isProfiled)
                : Load.full(streaming.rounds(), isProfiled);
        for (Mix mix : only == null ? Mix.values() : new Mix[] {only}) {
            Publication publication =
                    streaming.publication("pipeline", " --only " + mix + (isProfiled ? " --profile" : ""), mix.name());
            publication.publish(() -> new Throughput(
                            publication.home().resolve("target"), load, streaming.properties(), System.err::println)
                    .run(mix));
        }
        return 0;
    }
}
