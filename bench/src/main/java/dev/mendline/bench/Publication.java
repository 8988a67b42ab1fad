package dev.mendline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Where a measurement's tables go: onto standard output, and into the page of this module if that is wanted.
 *
 * @param section of the page
 * @param command as it was called
 */
record Publication(Path home, String section, String command, boolean isWritten) {
    /** Measures. */
    @FunctionalInterface
    interface Measurement {
        /** Tables, as Markdown. */
        String tables() throws IOException;
    }

    /** In the folder that the script says. */
    static Publication of(String section, String command, boolean isWritten) {
        return new Publication(Path.of(System.getProperty("mendline.bench", "bench")), section, command, isWritten);
    }

    /** Measures, and tells besides what the figures depend on. */
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
