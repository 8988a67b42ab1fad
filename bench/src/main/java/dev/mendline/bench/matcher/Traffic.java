package dev.mendline.bench.matcher;

import dev.mendline.bench.corpus.Corpus;
import dev.mendline.bench.corpus.Mix;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.recognition.Recognizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Lines in batches, repeated in a circle that exceeds the processor's cache. */
@State(Scope.Thread)
public class Traffic {
    /** Number of lines per call of a benchmark. */
    static final int BATCH = 100;

    /** Selection of lines from a corpus. */
    public enum Kind {
        ALL,
        JSON,
        /** Lines that may contain a symptom of the shipped catalog, the only ones that are parsed. */
        CANDIDATES;

        private Predicate<byte[]> filter() {
            return switch (this) {
                case ALL -> line -> true;
                case JSON -> line -> line[0] == '{';
                case CANDIDATES -> new Recognizer(Catalog.builtIn())::mayMatch;
            };
        }
    }

    @Param("CALM")
    public Mix mix = Mix.CALM;

    @Param("ALL")
    public Kind kind = Kind.ALL;

    /** Number of lines from the corpus, before the selection by kind. */
    @Param("400000")
    public int lines;

    /** Number of lines in the corpus. */
    @Param("2000000")
    public int written = Corpus.LINES;

    /** Folder of the corpora. */
    @Param("bench/target/corpus")
    public String folder = "";

    private byte[][] all = {};
    private int next;

    /** Reads the corpus. */
    @Setup(Level.Trial)
    public void read() {
        // Copies the selected lines to adjacent memory, like incoming data.
        byte[][] chosen = Corpus.in(Path.of(folder), mix, written).first(lines).stream()
                .filter(kind.filter())
                .map(byte[]::clone)
                .toArray(byte[][]::new);
        int whole = chosen.length / BATCH * BATCH;
        if (whole == 0) {
            throw new IllegalStateException("the corpus has fewer than " + BATCH + " lines of kind " + kind);
        }
        all = Arrays.copyOf(chosen, whole);
    }

    /** Work on a line. */
    interface Work {
        /** Returns a number, so that the compiler cannot remove the work. */
        int result(byte[] line) throws IOException;
    }

    /** Works on each line of the next batch, counts lines and bytes, and returns the sum of the results. */
    long batch(MatcherBenchmarks.Cost cost, Work work) throws IOException {
        long sum = 0;
        for (int i = next; i < next + BATCH; i++) {
            byte[] line = all[i];
            sum += work.result(line);
            cost.bytes += line.length;
        }
        cost.lines += BATCH;
        next = (next + BATCH) % all.length;
        return sum;
    }
}
