package dev.mendline.probes.net;

import java.util.Arrays;

/** Whether a probe of this process waits for a connection: the peer, which drops its SYNs, cannot tell. */
final class Dials {
    private Dials() {}

    static boolean pending() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals(ParallelConnect.class.getName())
                        && frame.getMethodName().equals("dial"));
    }
}
