package dev.mendline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Output of a measurement's tables: to standard output, and optionally into a document.
 *
 * @param section generated part of the document, between {@code <!-- section -->} and {@code <!-- /section -->}
 * @param command command line as called
 */
record Publication(Path document, String section, String command, boolean isWritten) {
    /** Measurement to be published. */
    @FunctionalInterface
    interface Measurement {
        /** Returns the tables in Markdown. */
        String tables() throws IOException;
    }

    /** Runs the measurement and publishes it with a description of the machine. */
    void publish(Measurement measurement) throws IOException {
        String before = Machine.load();
        String tables = measurement.tables();
        String text = "%s, `./bench/run %s`, load %s before and %s after.\n%s.\n\n%s"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC), command, before, Machine.load(), Machine.description(), tables);
        System.out.print(text);
        if (isWritten) {
            write(text);
        }
    }

    /** Replaces the content of the section. */
    void write(String text) throws IOException {
        String whole = Files.readString(document);
        String begin = "<!-- " + section + " -->\n";
        int from = whole.indexOf(begin);
        int to = whole.indexOf("<!-- /" + section + " -->");
        if (from < 0 || to < from) {
            throw new IOException(document + " has no marks '" + begin.trim() + "' and '<!-- /" + section + " -->'");
        }
        Files.writeString(document, whole.substring(0, from) + begin + "\n" + text + "\n" + whole.substring(to));
    }
}
