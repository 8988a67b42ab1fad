package dev.mendline.engine.recognition;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.stream.Stream;

/**
 * Text that a real program printed.
 *
 * @param set the collection that it belongs to
 * @param driver the driver, tool or program that printed it
 * @param version null outside the harvest, as is {@code fault}, the lab's scenario
 * @param label the symptom that it shows by the definition of the symptoms, or {@code none}
 * @param arguable true if the text alone does not decide, so that it is not scored
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Sample(
        @JacksonInject("set") String set,
        String id,
        String driver,
        String version,
        String fault,
        String label,
        String text,
        boolean arguable) {
    static final String NONE = "none";

    /** Returns what drivers printed in the lab's scenarios; {@code lab/harvest} says how it was recorded. */
    static List<Sample> harvest() {
        return Stream.of("java", "nodejs")
                .map(name -> Sample.class.getResource("/harvest/" + name + ".jsonl"))
                .flatMap(file -> read("harvest", file))
                .toList();
    }

    /** Reads a file with one JSON object in each line. */
    static Stream<Sample> read(String set, URL file) {
        try (InputStream in = file.openStream()) {
            return new ObjectMapper()
                            .readerFor(Sample.class)
                            .with(new InjectableValues.Std().addValue("set", set))
                            .<Sample>readValues(in)
                            .readAll()
                            .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String release() {
        return driver + " " + version;
    }

    boolean showsSymptom() {
        return !label.equals(NONE);
    }

    /** Returns the symptom that a recognizer reads from the text, or {@code none}. */
    String recognisedBy(Recognizer recognizer) {
        String symptom = recognizer.recognise(text).symptom();
        return symptom == null ? NONE : symptom;
    }

    /** Returns the first characters of the text in one line. */
    String start(int length) {
        return text.substring(0, Math.min(text.length(), length)).replace("\n", "\\n");
    }
}
