package dev.mendline.bench.jmh;

import dev.mendline.bench.corpus.Corpus;
import dev.mendline.bench.corpus.Mix;
import java.nio.file.Path;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Lines in batches, repeated in a circle that exceeds the processor's cache. */
@State(Scope.Thread)
public class Traffic {
    /** Number of lines per call of a benchmark. */
    public static final int BATCH = 100;

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

    /** Returns the index of the next batch's first line. */
    int nextBatch() {
        int first = next;
        next = first + BATCH == all.length ? 0 : first + BATCH;
        return first;
    }

    byte[] line(int at) {
        return all[at];
    }
}
