package dev.mendline.bench.duel;

import dev.mendline.bench.corpus.Corpus;
import dev.mendline.bench.hyperscan.Hyperscan;

/** Hyperscan program, each measurement in a new process. */
record InC(String title, Hyperscan hyperscan, String set, Corpus corpus, int lines) implements Contestant {
    private static final double NANOS = 1e9;

    @Override
    public Score measure(Effort effort) {
        Hyperscan.Measured measured = hyperscan.measure(set, corpus, lines, effort.warmUpSeconds(), effort.seconds());
        return new Score(
                measured.lines() / measured.wallNanos() * NANOS,
                measured.cpuNanos() / measured.lines(),
                (double) measured.bytes() / measured.lines());
    }
}
