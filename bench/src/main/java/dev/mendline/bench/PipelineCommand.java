package dev.mendline.bench;

import dev.mendline.bench.pipeline.Load;
import dev.mendline.bench.pipeline.Throughput;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how many lines go through the pipeline in a second. */
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

    @Override
    public Integer call() throws IOException {
        Load load = streaming.isQuick()
                ? Load.quick(streaming.rounds(), isProfiled)
                : Load.full(streaming.rounds(), isProfiled);
        Publication publication = streaming.publication("pipeline", isProfiled ? " --profile" : "");
        publication.publish(() -> new Throughput(
                        publication.home().resolve("target"), load, streaming.properties(), System.err::println)
                .run());
        return 0;
    }
}
