package dev.mendline.bench.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Generated file of log lines.
 *
 * @param lines number of lines
 */
public record Corpus(Path file, Mix mix, int lines) {
    /** Number of lines for published figures. */
    public static final int LINES = 2_000_000;

    private static final int SAMPLE = 2_000;

    /** Returns the corpus in a folder; generates it if it does not exist. */
    public static Corpus in(Path folder, Mix mix, int lines) {
        // A changed generator gives another file name, so that no outdated corpus is measured.
        Path file = folder.resolve(
                "%s-%d-%08x.log".formatted(mix.name().toLowerCase(Locale.ROOT), lines, fingerprint(mix)));
        if (!Files.exists(file)) {
            write(file, mix, lines);
        }
        return new Corpus(file, mix, lines);
    }

    private static long fingerprint(Mix mix) {
        CRC32 sum = new CRC32();
        LineGenerator generator = new LineGenerator(mix);
        for (int i = 0; i < SAMPLE; i++) {
            sum.update(generator.next().getBytes(StandardCharsets.UTF_8));
        }
        return sum.getValue();
    }

    private static void write(Path file, Mix mix, int lines) {
        try {
            Files.createDirectories(file.getParent());
            Path begun = Files.createTempFile(file.getParent(), mix.name(), ".part");
            LineGenerator generator = new LineGenerator(mix);
            try (Writer out = Files.newBufferedWriter(begun)) {
                for (int i = 0; i < lines; i++) {
                    out.append(generator.next()).append('\n');
                }
            }
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the first lines without their ends. */
    public List<byte[]> first(int count) {
        try (Stream<String> read = Files.lines(file)) {
            return read.limit(count)
                    .map(line -> line.getBytes(StandardCharsets.UTF_8))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
