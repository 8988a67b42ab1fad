package dev.mendline.lab.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Range of ports that the kernel does not assign by itself. A port that is closed for a moment and opened again must be
 * in it. Otherwise an outgoing connection may get the port meanwhile.
 *
 * @param first lowest port
 * @param last highest port
 */
record PortRange(int first, int last) {
    private static final Path KERNEL_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})\\s+(\\d{1,5})");

    /** Default range, below MongoDB's ports. */
    private static final PortRange USUAL = new PortRange(10_000, 26_999);

    private static final int HIGHEST = 65_535;
    private static final int FEWEST = 1_000;

    /**
     * Returns the range of this machine. The kernel returns the file only to a single read of the whole, which not all
     * methods do.
     */
    static PortRange ofThisMachine() {
        try {
            return Files.isReadable(KERNEL_RANGE) ? beside(String.join("\n", Files.readAllLines(KERNEL_RANGE))) : USUAL;
        } catch (IOException e) {
            return USUAL;
        }
    }

    /**
     * Returns the range outside the kernel's own.
     *
     * @param kernels kernel's lowest and highest port, as Linux prints them (ip-sysctl); if nothing is left, its own
     *     range
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

    /** Returns endless random ports, so that two labs on one machine differ. */
    IntStream any() {
        return ThreadLocalRandom.current().ints(first, last + 1);
    }
}
