package dev.mendline.probes.dns;

import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.Stopwatch;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * This host's own lookup, as programs on it have it: hosts file, name service switch, search domains. The call cannot be
 * interrupted, so it has a thread of its own that is left behind when time is up.
 */
final class OwnLookup {
    /** Looks a name up as {@link InetAddress#getAllByName} does. */
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** A lookup under way. */
    interface Pending {
        /** What it gave within its time; {@link Reason#TIMED_OUT} when nothing. */
        OwnAnswer await() throws InterruptedException;
    }

    static final OwnLookup OF_THIS_HOST = new OwnLookup(InetAddress::getAllByName);

    /** At most so many letters of a name are spelt in both cases. */
    private static final int SPELT = 20;

    private final Lookup lookup;
    private final AtomicInteger turn = new AtomicInteger();

    OwnLookup(Lookup lookup) {
        this.lookup = lookup;
    }

    /** Starts at once. */
    Pending start(String host, Duration limit) {
        Stopwatch watch = new Stopwatch(limit);
        FutureTask<OwnAnswer> task = new FutureTask<>(() -> fresh(host, watch));
        Thread thread = new Thread(task, "mendline-probe-lookup");
        thread.setDaemon(true);
        thread.start();
        return () -> {
            try {
                long left = Math.max(1, limit.toMillis() - watch.millis());
                return task.get(left, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return OwnAnswer.none(Reason.TIMED_OUT, watch.millis());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        };
    }

    /**
     * The JDK remembers names for 30 s and more, each spelling by itself, while lookups do not care for upper and lower
     * case; so a spelling that was not used lately is asked for anew. The C library of Alpine does care in its hosts file:
     * what is not found is looked for as it is written, too.
     */
    private OwnAnswer fresh(String host, Stopwatch watch) {
        OwnAnswer anew = ask(respelt(host, turn.getAndIncrement()), host, watch);
        return anew.good() ? anew : ask(host, host, watch);
    }

    private OwnAnswer ask(String spelling, String host, Stopwatch watch) {
        try {
            List<InetAddress> addresses = new ArrayList<>();
            for (InetAddress address : lookup.addresses(spelling)) {
                addresses.add(InetAddress.getByAddress(host, address.getAddress()));
            }
            return new OwnAnswer(Reason.ANSWERED, addresses, watch.millis());
        } catch (UnknownHostException e) {
            return OwnAnswer.none(reason(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT)), watch.millis());
        }
    }

    /** By the C library's words (gai_strerror); the name before them holds no space. */
    private static Reason reason(String words) {
        if (words.contains("temporary failure") || words.contains("non-recoverable") || words.contains("try again")) {
            return Reason.SERVFAIL;
        }
        return words.contains("no address associated") ? Reason.NODATA : Reason.NXDOMAIN;
    }

    /** With some letters in upper case, others each time; never none, unless there are no letters. */
    private static String respelt(String host, int turn) {
        int letters = (int)
                Math.min(SPELT, host.chars().filter(Character::isLowerCase).count());
        int spellings = (1 << letters) - 1;
        int upper = spellings == 0 ? 0 : 1 + Math.floorMod(turn, spellings);
        StringBuilder spelling = new StringBuilder(host);
        for (int at = 0; at < host.length() && upper > 0; at++) {
            char letter = host.charAt(at);
            if (Character.isLowerCase(letter)) {
                spelling.setCharAt(at, (upper & 1) == 1 ? Character.toUpperCase(letter) : letter);
                upper >>= 1;
            }
        }
        return spelling.toString();
    }
}
