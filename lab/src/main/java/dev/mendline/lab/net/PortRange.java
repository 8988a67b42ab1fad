package dev.mendline.lab.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Ports that the kernel gives to nobody by itself. What is closed for a moment and opened again has to be here: any
 * connection that goes out meanwhile may be given a port of the kernel's own range.
 *
 * @param first the lowest
 * @param last the highest
 */
record PortRange(int first, int last) {
    private static final Path KERNEL_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})\\s+(\\d{1,5})");

    /** Below those of MongoDB. */
    private static final PortRange USUAL = new PortRange(10_000, 26_999);

    private static final int HIGHEST = 65_535;
    private static final int FEWEST = 1_000;

    /** On this machine. The kernel gives the file to who asks for all of it at once, which not every method does. */
    static PortRange ofThisMachine() {
        try {
            return Files.isReadable(KERNEL_RANGE) ? beside(String.join("\n", Files.readAllLines(KERNEL_RANGE))) : USUAL;
        } catch (IOException e) {
            return USUAL;
        }
    }

    /**
     * The ports beside the kernel's own.
     *
     * @param kernels its lowest and highest port, as Linux shows them (ip-sysctl); where it leaves none, its own will do
     */
    static PortRange beside(String kernels) {
        Matcher range = RANGE.matcher(kernels);
        if (!range.find()) {
            return USUAL;
        }
        int from = Integer.parseInt(range.group(1));
        int to = Integer.parseInt(range.group(2));
        PortRange below = new PortRange(USUAL.first, Math.min(USUAL.last, from - 1));
        PortRange above = new PortRange(Math.max(USUAL.first, to + 1), HIGHEST);
        if (below.size() >= FEWEST) {
            return below;
        }
        return above.size() >= FEWEST ? above : USUAL;
    }

    private int size() {
        return last - first + 1;
    }

    /** Any of them, without end; another lab on this machine tries others. */
    IntStream any() {
        return ThreadLocalRandom.current().ints(first, last + 1);
    }
}
