package dev.mendline.engine.recognition;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What programs wrote in which no connection to MongoDB failed; its README tells whence it comes. */
final class BenignCorpus {
    /**
     * One event of it.
     *
     * @param source the file and the number of its line
     */
    record Event(String source, String text) {
        private static final Pattern TIME = Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d[T ]\\S+");
        private static final Pattern NUMBER = Pattern.compile("[0-9a-f]*[0-9][0-9a-f]*");
        private static final Pattern NUMBERS = Pattern.compile("#(?:[.:,-]?#)*");

        /** The text without what differs from one time to the next: events of one template say the same. */
        String template() {
            String timeless = TIME.matcher(text).replaceAll("#").toLowerCase(Locale.ROOT);
            return NUMBERS.matcher(NUMBER.matcher(timeless).replaceAll("#")).replaceAll("#");
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private BenignCorpus() {}

    static List<Event> events() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().matches(".*\\.(log|jsonl)"))
                    .sorted()
                    .flatMap(file -> events(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Path.of(BenignCorpus.class.getResource("/benign").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Event> events(Path file) {
        try {
            List<String> lines = List.of(Files.readString(file).split("\n"));
            boolean json = file.toString().endsWith(".jsonl");
            return Stream.iterate(0, n -> n < lines.size(), n -> n + 1)
                    .map(n -> new Event(file.getFileName() + ":" + (n + 1), json ? text(lines.get(n)) : lines.get(n)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String line) {
        try {
            return JSON.readTree(line).required("text").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
