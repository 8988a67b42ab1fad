package dev.mendline.cli.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.cli.process.CannotWork;
import dev.mendline.model.Json;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Output format. */
public enum Output {
    /** For people. */
    TEXT,
    /** One compact JSON document. */
    JSON,
    /** One JSON object a line. */
    NDJSON;

    /** Returns standard output in UTF-8, independent of the locale. */
    public static PrintStream out() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    /** Returns an empty JSON document, whose fields keep the order in which they are put. */
    public static ObjectNode document() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Prints one document, or its text for people. */
    public void print(Object document, Consumer<PrintStream> text) {
        if (this == TEXT) {
            PrintStream out = out();
            text.accept(out);
            require(!out.checkError());
        } else {
            json(document);
        }
    }

    /** Prints documents as one list or one per line, or their text for people. */
    public void printAll(List<?> documents, Consumer<PrintStream> text) {
        if (this == NDJSON) {
            documents.forEach(Output::json);
        } else {
            print(documents, text);
        }
    }

    public static void json(Object document) {
        PrintStream out = out();
        out.print(Json.text(document) + "\n");
        require(!out.checkError() && !System.out.checkError());
    }

    private static void require(boolean written) {
        if (!written) {
            throw new CannotWork("cannot write to standard output");
        }
    }

    /** Returns true if standard error is a terminal, as the launcher reports. */
    public static boolean progress() {
        return Boolean.getBoolean("mendline.progress") && !"dumb".equals(System.getenv("TERM"));
    }

    /** Returns true if standard output is a terminal, as the launcher reports. */
    public static boolean terminal() {
        return Boolean.getBoolean("mendline.terminal") && System.getenv("NO_COLOR") == null;
    }
}
