package dev.mendline.bench.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Error lines of which each names a new deployment in its own site, at one of many services. */
final class NewTargetLines {
    private static final int SERVICES = 100;
    private static final Pattern TARGET = Pattern.compile("cluster0\\.out[0-9]+x\\.mongodb\\.net");

    private NewTargetLines() {}

    static String target(int number) {
        return "cluster0.out" + number + "x.mongodb.net";
    }

    static byte[] line(int number) {
        return ("{\"level\":\"ERROR\",\"service\":\"shop-%d\",\"logger\":\"com.acme.orders.OrderService\","
                        + "\"message\":\"Error: querySrv ECONNREFUSED _mongodb._tcp.%s\"}")
                .formatted(number % SERVICES, target(number))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the deployment that a line names; null for an ordinary line. */
    static @Nullable String targetIn(byte[] line) {
        Matcher found = TARGET.matcher(new String(line, StandardCharsets.UTF_8));
        return found.find() ? found.group() : null;
    }
}
