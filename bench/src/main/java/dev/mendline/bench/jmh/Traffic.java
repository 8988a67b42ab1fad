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

/** Lines that come in batches, one batch after the other and around: more of them than a processor's cache holds. */
@State(Scope.Thread)
public class Traffic {
    /** Lines that one call of a benchmark takes. */
    public static final int BATCH = 100;

    @Param("CALM")
    public Mix mix = Mix.CALM;

    @Param("ALL")
    public Kind kind = Kind.ALL;

    /** Of the corpus, before those are chosen that are of the kind. */
    @Param("400000")
    public int lines;

    /** That the corpus has, all in all. */
    @Param("2000000")
    public int written = Corpus.LINES;

    /** Where corpora are. */
    @Param("bench/target/corpus")
    public String folder = "";

    private byte[][] all = {};
    private int next;

    /** Reads the corpus. */
    @Setup(Level.Trial)
    public void read() {
        // Copies, so that what is chosen lies side by side, as what comes in does.
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

    /** The place of the next batch's first line. */
    int nextBatch() {
        int first = next;
        next = first + BATCH == all.length ? 0 : first + BATCH;
        return first;
    }

    byte[] line(int at) {
        return all[at];
    }
}
