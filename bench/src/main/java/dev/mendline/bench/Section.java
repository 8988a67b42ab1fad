package dev.mendline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Generated part of a document, between two marks.
 *
 * @param name name in the marks {@code <!-- name -->} and {@code <!-- /name -->}
 */
record Section(Path document, String name) {
    /** Replaces the content. */
    void write(String text) throws IOException {
        String whole = Files.readString(document);
        String begin = "<!-- " + name + " -->\n";
        int from = whole.indexOf(begin);
        int to = whole.indexOf("<!-- /" + name + " -->");
        if (from < 0 || to < from) {
            throw new IOException(document + " has no marks '" + begin.trim() + "' and '<!-- /" + name + " -->'");
        }
        Files.writeString(document, whole.substring(0, from) + begin + "\n" + text + "\n" + whole.substring(to));
    }
}
