package dev.mendline.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Description of the machine, on which the figures depend. */
final class Machine {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Machine() {}

    static String description() {
        return "%s, %d processors, %d GiB, %s %s, Java %s (%s)"
                .formatted(
                        processor(),
                        SYSTEM.getAvailableProcessors(),
                        Math.round(SYSTEM.getTotalMemorySize() / (double) (1 << 30)),
                        SYSTEM.getName(),
                        SYSTEM.getVersion(),
                        System.getProperty("java.runtime.version"),
                        System.getProperty("java.vm.name"));
    }

    /** Returns the load average of the last minute. */
    static String load() {
        return String.format(Locale.ROOT, "%.1f", SYSTEM.getSystemLoadAverage());
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(SYSTEM.getArch());
        } catch (IOException notLinux) {
            return SYSTEM.getArch();
        }
    }
}
