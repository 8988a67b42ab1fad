package dev.mendline.probes.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A process of its own that takes requests, says which, keeps hold of them and waits to be killed. */
public final class DoomedQueue {
    private DoomedQueue() {}

    /** @param arguments kind, zone, topic, then client properties as {@code key=value} */
    public static void main(String[] arguments) {
        Map<String, Object> properties = new HashMap<>();
        for (String each : List.of(arguments).subList(3, arguments.length)) {
            properties.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        }
        ZoneGroup group = new ZoneGroup(properties, arguments[1], arguments[2], 1);
        ProbeQueue queue = group.member(QueueKind.valueOf(arguments[0])).queue();
        while (true) {
            queue.take(Duration.ofMillis(100)).forEach(taken -> System.out.println(taken.json()));
        }
    }

    static Process start(QueueKind kind, String zone, String topic, Map<String, Object> properties) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedQueue.class.getName(),
                kind.name(),
                zone,
                topic));
        properties.forEach((key, value) -> command.add(key + "=" + value));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
