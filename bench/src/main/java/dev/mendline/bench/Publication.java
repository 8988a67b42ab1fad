package dev.mendline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Output of a measurement's tables: to standard output, and optionally into this module's page.
 *
 * @param section section of the page
 * @param command command line as called
 */
record Publication(Path home, String section, String command, boolean isWritten) {
    /** Measurement to be published. */
    @FunctionalInterface
    interface Measurement {
        /** Returns the tables in Markdown. */
        String tables() throws IOException;
    }

    /** Creates a publication for the module folder that the script passes. */
    static Publication of(String section, String command, boolean isWritten) {
        return new Publication(Path.of(System.getProperty("mendline.bench", "bench")), section, command, isWritten);
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
            new Section(home.resolve("README.md"), section).write(text);
        }
    }
}
