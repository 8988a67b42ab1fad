package dev.mendline.cli;

import dev.mendline.classifier.Classifier;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A classifier as a process of its own, which can be killed. It ends with the process that started it. */
record FoldingProcess(Process process) implements AutoCloseable {
    static FoldingProcess start(RecordedTopics topics, Path folder) throws IOException {
        Files.createDirectories(folder);
        File log = folder.resolve("log").toFile();
        return new FoldingProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FoldingProcess.class.getName(),
                        topics.broker().address(),
                        topics.broker().topics().prefix(),
                        folder.resolve("state").toString())
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start());
    }

    public static void main(String[] arguments) throws IOException {
        RecordedTopics topics = RecordedTopics.at(arguments[0], arguments[1]);
        try (Classifier classifier = topics.classifier(Path.of(arguments[2]))) {
            while (System.in.read() >= 0) {
                System.out.println(classifier.running());
            }
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
