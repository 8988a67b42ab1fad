package dev.mendline.lab.broker;

import dev.mendline.lab.Things;
import java.nio.file.Path;

/** A process of its own that writes one record, says so and waits to be killed. */
public final class DoomedBroker {
    private DoomedBroker() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0);
        Things.create(broker);
        Things.send(broker, "before the crash");
        System.out.println("written");
        System.in.read();
    }

    static Process start(Path directory) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DoomedBroker.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
