package dev.mendline.bench.hyperscan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Output of a finished process, including its errors. */
record Output(int exitCode, String text) {
    static Output of(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + command.get(0) + " ran", e);
        } finally {
            process.destroy();
        }
    }

    String firstLine() {
        return text.lines().findFirst().orElse("exit code " + exitCode);
    }
}
