package dev.mendline.probes.spi;

import dev.mendline.model.probe.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.stream.Stream;

/** Maps an exception of a socket to a reason, by its type or by the operating system's message. */
public final class NetworkFault {
    private NetworkFault() {}

    /** Returns {@link Reason#OTHER} for an error of this host, for example too many open files. */
    public static Reason reason(IOException e) {
        if (e instanceof SocketTimeoutException) {
            return Reason.TIMED_OUT;
        }
        if (e instanceof PortUnreachableException) {
            return Reason.REFUSED;
        }
        if (e instanceof NoRouteToHostException) {
            return Reason.UNREACHABLE;
        }
        if (e instanceof EOFException) {
            return Reason.RESET;
        }
        return byWords(e, String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
    }

    private static Reason byWords(IOException e, String words) {
        if (words.contains("timed out")) {
            return Reason.TIMED_OUT;
        }
        // The last two are the answers of a packet filter on this host.
        if (Stream.of("unreachable", "no route", "not permitted", "permission denied")
                .anyMatch(words::contains)) {
            return Reason.UNREACHABLE;
        }
        if (words.contains("reset") || words.contains("broken pipe")) {
            return Reason.RESET;
        }
        return e instanceof ConnectException || words.contains("refused") ? Reason.REFUSED : Reason.OTHER;
    }
}
