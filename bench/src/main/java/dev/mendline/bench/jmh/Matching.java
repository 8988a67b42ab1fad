package dev.mendline.bench.jmh;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Benchmark of matching signatures in lines. */
public class Matching {
    /** Returns the number of pairs of a line and a signature in a batch. */
    @Benchmark
    @OperationsPerInvocation(Traffic.BATCH)
    public long match(Traffic traffic, Signed signed, Spent spent) {
        long pairs = 0;
        int first = traffic.nextBatch();
        for (int i = first; i < first + Traffic.BATCH; i++) {
            byte[] line = traffic.line(i);
            int found = signed.method.match(line, signed.hits);
            if (found > 0) {
                pairs += found;
                Arrays.fill(signed.hits, 0);
            }
            spent.bytes += line.length;
        }
        spent.lines += Traffic.BATCH;
        return pairs;
    }
}
