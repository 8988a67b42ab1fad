package dev.mendline.bench.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * Generated file of log lines.
 *
 * @param lines number of lines
 */
public record Corpus(Path file, Mix mix, int lines) {
    /** Number of lines for published figures. */
    public static final int LINES = 2_000_000;

    private static final int BUFFER = 1 << 20;
    private static final int SAMPLE = 2_000;

    /** Returns the corpus in a folder; generates it if it does not exist. */
    public static Corpus in(Path folder, Mix mix, int lines) {
        // Another recipe has another file name, so that no outdated corpus is measured.
        Path file = folder.resolve(
                "%s-%d-%08x.log".formatted(mix.name().toLowerCase(Locale.ROOT), lines, fingerprint(mix)));
        if (!Files.exists(file)) {
            write(file, mix, lines);
        }
        return new Corpus(file, mix, lines);
    }

    private static long fingerprint(Mix mix) {
        CRC32 sum = new CRC32();
        Recipe recipe = new Recipe(mix);
        for (int i = 0; i < SAMPLE; i++) {
            sum.update(bytes(recipe.next()));
        }
        return sum.getValue();
    }

    private static void write(Path file, Mix mix, int lines) {
        try {
            Files.createDirectories(file.getParent());
            Path begun = Files.createTempFile(file.getParent(), mix.name(), ".part");
            write(begun, new Recipe(mix), lines);
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, Recipe recipe, int lines) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int filled = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < lines; i++) {
                byte[] line = bytes(recipe.next().append('\n'));
                if (filled + line.length > buffer.length) {
                    out.write(buffer, 0, filled);
                    filled = 0;
                }
                System.arraycopy(line, 0, buffer, filled, line.length);
                filled += line.length;
            }
            out.write(buffer, 0, filled);
        }
    }

    private static byte[] bytes(StringBuilder line) {
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the first lines without their ends. */
    public List<byte[]> first(int count) {
        List<byte[]> read = new ArrayList<>(count);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            byte[] line = new byte[4_096];
            int length = 0;
            for (int b = in.read(); b >= 0 && read.size() < count; b = in.read()) {
                if (b == '\n') {
                    read.add(Arrays.copyOf(line, length));
                    length = 0;
                } else {
                    line[length++] = (byte) b;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
