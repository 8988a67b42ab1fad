package dev.mendline.bench.jmh;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.recognition.Recognizer;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Benchmark of the product's work per line, with the shipped catalog. */
@State(Scope.Thread)
public class Recognising {
    private final Recognizer recogniser = new Recognizer(Catalog.builtIn());

    /** Decides if a line must be parsed. */
    @Benchmark
    @OperationsPerInvocation(Traffic.BATCH)
    public int mayMatch(Traffic traffic, Spent spent) {
        int candidates = 0;
        int first = traffic.nextBatch();
        for (int i = first; i < first + Traffic.BATCH; i++) {
            byte[] line = traffic.line(i);
            candidates += recogniser.mayMatch(line) ? 1 : 0;
            spent.bytes += line.length;
        }
        spent.lines += Traffic.BATCH;
        return candidates;
    }

    /** Recognizes the symptoms and details of a line. */
    @Benchmark
    @OperationsPerInvocation(Traffic.BATCH)
    public void recognise(Traffic traffic, Spent spent, Blackhole hole) {
        int first = traffic.nextBatch();
        for (int i = first; i < first + Traffic.BATCH; i++) {
            byte[] line = traffic.line(i);
            hole.consume(recogniser.recognise(new String(line, StandardCharsets.UTF_8)));
            spent.bytes += line.length;
        }
        spent.lines += Traffic.BATCH;
    }
}
