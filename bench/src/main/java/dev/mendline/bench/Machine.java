package dev.mendline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Description of the machine, on which the figures depend. */
final class Machine {
    private Machine() {}

    static String description() {
        return "%s, %d processors, %s, %s %s, Java %s (%s)"
                .formatted(
                        processor(),
                        Runtime.getRuntime().availableProcessors(),
                        memory(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.runtime.version"),
                        System.getProperty("java.vm.name"));
    }

    /** Returns the load average of the last minute. */
    static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processor() {
        return value("/proc/cpuinfo", "model name");
    }

    private static String memory() {
        String kilobytes = value("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "");
        return kilobytes.isEmpty() ? "memory unknown" : Math.round(Long.parseLong(kilobytes) / 1_048_576.0) + " GiB";
    }

    private static String value(String file, String key) {
        if (!Files.isReadable(Path.of(file))) {
            return System.getProperty("os.arch", "unknown");
        }
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
