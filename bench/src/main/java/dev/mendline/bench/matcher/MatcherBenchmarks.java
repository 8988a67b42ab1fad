package dev.mendline.bench.matcher;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.recognition.Recognizer;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * JMH benchmarks of the work on one line. Each runs in its own JVM, so that no method affects the compiler's profile of
 * another.
 */
public class MatcherBenchmarks {
    private static final JsonFactory JSON = new JsonFactory();

    /** Method prepared for a set of signatures. */
    @State(Scope.Thread)
    public static class Prepared {
        @Param("MENDLINE")
        public Peer peer = Peer.MENDLINE;

        @Param(Signatures.REFERENCE)
        public String set = Signatures.REFERENCE;

        private final BitSet hits = new BitSet();
        private Method method = (line, found) -> {};

        /** Compiles the signatures. */
        @Setup(Level.Trial)
        public void compile() {
            method = peer.method(Signatures.named(set));
        }

        private int match(byte[] line) {
            method.match(line, hits);
            if (hits.isEmpty()) {
                return 0;
            }
            int found = hits.cardinality();
            hits.clear();
            return found;
        }
    }

    /** Recognizer of stage 1 with the shipped catalog. */
    @State(Scope.Thread)
    public static class Shipped {
        private final Recognizer recognizer = new Recognizer(Catalog.builtIn());
    }

    /**
     * Cost of an iteration: the thread's processor time, which does not depend on other processes, and garbage
     * collection pauses, without which methods that allocate would look too cheap.
     */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cost {
        private static final double NANOS_PER_MILLI = 1e6;

        /** Number of lines. */
        public long lines;

        /** Number of bytes. */
        public long bytes;

        /** Processor time in nanoseconds. */
        public double nanos;

        private double before;

        /** Starts an iteration. */
        @Setup(Level.Iteration)
        public void start() {
            lines = 0;
            bytes = 0;
            nanos = 0;
            before = now();
        }

        /** Ends an iteration. */
        @TearDown(Level.Iteration)
        public void stop() {
            nanos = now() - before;
        }

        private static double now() {
            List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
            long collecting = collectors.stream()
                    .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                    .sum();
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() + collecting * NANOS_PER_MILLI;
        }
    }

    /** Returns the number of pairs of a line and a signature. */
    @Benchmark
    @OperationsPerInvocation(Traffic.BATCH)
    public long match(Traffic traffic, Prepared prepared, Cost cost) throws IOException {
        return traffic.batch(cost, prepared::match);
    }

    /** Parses JSON up to the message: a cost per line for decoders that run before matching. */
    @Benchmark
    @OperationsPerInvocation(Traffic.BATCH)
    public long jsonMessage(Traffic traffic, Cost cost) throws IOException {
        return traffic.batch(cost, MatcherBenchmarks::messageLength);
    }

    /** Parses JSON to the end and reads all texts. */
    @Benchmark
    @OperationsPerInvocation(Traffic.BATCH)
    public long jsonTokens(Traffic traffic, Cost cost) throws IOException {
        return traffic.batch(cost, MatcherBenchmarks::textLength);
    }

    /** Decides if a line must be parsed. */
    @Benchmark
    @OperationsPerInvocation(Traffic.BATCH)
    public long mayMatch(Traffic traffic, Shipped shipped, Cost cost) throws IOException {
        return traffic.batch(cost, line -> shipped.recognizer.mayMatch(line) ? 1 : 0);
    }

    /** Recognizes the symptoms and details of a line. */
    @Benchmark
    @OperationsPerInvocation(Traffic.BATCH)
    public long recognize(Traffic traffic, Shipped shipped, Cost cost, Blackhole hole) throws IOException {
        return traffic.batch(cost, line -> {
            hole.consume(shipped.recognizer.recognise(new String(line, StandardCharsets.UTF_8)));
            return 1;
        });
    }

    private static int messageLength(byte[] line) throws IOException {
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                if (field.equals("message")) {
                    return parser.nextTextValue().length();
                }
                parser.nextToken();
                parser.skipChildren();
            }
        }
        throw new IllegalStateException("a line without a message");
    }

    private static int textLength(byte[] line) throws IOException {
        int length = 0;
        try (JsonParser parser = JSON.createParser(line)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                length += token.isScalarValue() ? parser.getText().length() : 0;
            }
        }
        return length;
    }
}
