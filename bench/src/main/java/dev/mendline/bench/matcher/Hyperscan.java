package dev.mendline.bench.matcher;

import dev.mendline.bench.comparison.Candidate;
import dev.mendline.bench.comparison.Score;
import dev.mendline.bench.corpus.Corpus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hyperscan called from a small C program, which runs as a process beside the JVM. It is compiled if gcc and the
 * library's headers are installed.
 *
 * @param program compiled program
 * @param missing reason why it is missing; empty if it runs
 */
record Hyperscan(Path program, String missing) {
    private static final double NANOS = 1e9;

    /** Result of the program. */
    record Measured(long lines, long bytes, long pairs, double wallNanos, double cpuNanos) {}

    /** Candidate of a comparison, each measurement in a new process. */
    record InProcess(String title, Hyperscan hyperscan, String set, Corpus corpus, int lines, Extent extent)
            implements Candidate<Score> {
        @Override
        public Score measure() {
            double seconds = extent.millis() / 1e3;
            Measured measured =
                    hyperscan.measure(set, corpus, lines, extent.warmUps() * seconds, extent.iterations() * seconds);
            return new Score(
                    measured.lines() / measured.wallNanos() * NANOS,
                    measured.cpuNanos() / measured.lines(),
                    (double) measured.bytes() / measured.lines());
        }
    }

    /** Output of a finished process, including its errors. */
    private record Output(int exitCode, String text) {
        static Output of(List<String> command) throws IOException {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try {
                process.getOutputStream().close();
                String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Output(process.onExit().join().exitValue(), text);
            } finally {
                process.destroy();
            }
        }

        String firstLine() {
            return text.lines().findFirst().orElse("exit code " + exitCode);
        }
    }

    /**
     * Compiles the program for this processor.
     *
     * @param home folder of this module
     */
    static Hyperscan compiledIn(Path home) {
        Path program = home.resolve("target/hyperscan");
        String source = home.resolve("src/main/c/hyperscan.c").toString();
        try {
            Files.createDirectories(home.resolve("target"));
            Output compiler =
                    Output.of(List.of("gcc", "-O3", "-march=native", "-o", program.toString(), source, "-lhs"));
            return new Hyperscan(
                    program,
                    compiler.exitCode() == 0
                            ? ""
                            : "it does not compile (Debian: apt-get install libhyperscan-dev): "
                                    + compiler.firstLine());
        } catch (IOException e) {
            return new Hyperscan(program, "there is no gcc (Debian: apt-get install gcc libhyperscan-dev)");
        }
    }

    boolean isPresent() {
        return missing.isEmpty();
    }

    /** Returns its hits in the first lines of a corpus. */
    Hits hits(String set, Corpus corpus, int lines) {
        Hits hits = Hits.none(Signatures.named(set).size(), lines);
        answer(set, corpus, lines, "hits").forEach(line -> {
            int space = line.indexOf(' ');
            hits.add(Integer.parseInt(line.substring(0, space)), Integer.parseInt(line.substring(space + 1)));
        });
        return hits;
    }

    /** Scans the first lines of a corpus repeatedly for a number of seconds. */
    Measured measure(String set, Corpus corpus, int lines, double warmUp, double seconds) {
        List<Double> figures = answer(set, corpus, lines, "measure", Double.toString(warmUp), Double.toString(seconds))
                .flatMap(line -> Stream.of(line.split(" ")))
                .map(Double::valueOf)
                .toList();
        return new Measured(
                figures.get(0).longValue(),
                figures.get(1).longValue(),
                figures.get(2).longValue(),
                figures.get(3),
                figures.get(4));
    }

    private Stream<String> answer(String set, Corpus corpus, int lines, String... task) {
        try {
            Path signatures = Files.createTempFile(program.getParent(), "signatures-", ".tsv");
            try {
                Files.writeString(signatures, rows(Signatures.named(set)));
                List<String> command = new ArrayList<>(List.of(
                        program.toString(), signatures.toString(), corpus.file().toString(), Integer.toString(lines)));
                command.addAll(List.of(task));
                Output output = Output.of(command);
                if (output.exitCode() != 0) {
                    throw new IllegalStateException(output.firstLine());
                }
                return output.text().lines();
            } finally {
                Files.delete(signatures);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String rows(List<PortableSignature> signatures) {
        return signatures.stream()
                .map(one -> (one.ignoreCase() ? "1\t" : "0\t") + one.pattern() + "\n")
                .collect(Collectors.joining());
    }
}
