package dev.mendline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mendline.model.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One command run in this process: exit code and what it printed. */
public record Run(int exit, String out, String err) {
    public static Run of(String... arguments) {
        return with("", arguments);
    }

    /** The document that it printed; where there is none, the test fails with all that it told instead. */
    public JsonNode json() {
        try {
            return Json.read(out, JsonNode.class);
        } catch (RuntimeException e) {
            throw new AssertionError("exit code " + exit + " and no document: '" + out + "'; it told: " + err, e);
        }
    }

    /** With this on standard input. One at a time: standard streams belong to the process. */
    public static synchronized Run with(String input, String... arguments) {
        return with(input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    public static synchronized Run with(byte[] input, String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        InputStream in = System.in;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
            System.setIn(new ByteArrayInputStream(input));
            int exit = Mendline.execute(arguments);
            return new Run(exit, printed.toString(StandardCharsets.UTF_8), told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.setIn(in);
        }
    }
}
