package dev.mendline.probes.dns;

import dev.mendline.model.facts.HostFacts;
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
import java.util.stream.Collectors;

/**
 * Lookup by the operating system, as programs on this host get it: hosts file, name service switch, search domains. The
 * call cannot be interrupted, so it runs on its own thread, which is abandoned when the time is up.
 */
final class SystemLookup {
    /** Looks up a name as {@link InetAddress#getAllByName} does. */
    interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** Lookup that is running. */
    interface Pending {
        /** Waits for the result; {@link Reason#TIMED_OUT} if the time is up first. */
        Answer await() throws InterruptedException;
    }

    /**
     * Result of this host's own lookup.
     *
     * @param status {@link Reason#ANSWERED}, or the reason for no address
     * @param addresses at most {@link HostFacts#MAX_ADDRESSES}
     */
    record Answer(Reason status, List<InetAddress> addresses, long millis) {
        Answer {
            addresses =
                    addresses.stream().distinct().limit(HostFacts.MAX_ADDRESSES).toList();
        }

        boolean good() {
            return status == Reason.ANSWERED;
        }

        HostFacts.OwnLookup facts() {
            return new HostFacts.OwnLookup(
                    status, addresses.stream().map(InetAddress::getHostAddress).toList());
        }

        /** Returns one line in the style of {@code getent ahosts}. */
        String line() {
            String words = switch (status) {
                case ANSWERED ->
                    addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
                case TIMED_OUT -> "no answer";
                case NODATA -> "the name has no address";
                case NXDOMAIN -> "no such name";
                default -> "failed";
            };
            return "  this host's own lookup: " + words + " (" + millis + " ms)";
        }
    }

    static final SystemLookup OF_THIS_HOST = new SystemLookup(InetAddress::getAllByName);

    /** Maximum number of letters that are spelled in both cases. */
    private static final int SPELT = 20;

    private final Lookup lookup;
    private final AtomicInteger turn = new AtomicInteger();

    SystemLookup(Lookup lookup) {
        this.lookup = lookup;
    }

    Pending start(String host, Duration limit) {
        Stopwatch watch = new Stopwatch(limit);
        FutureTask<Answer> task = new FutureTask<>(() -> fresh(host, watch));
        Thread thread = new Thread(task, "mendline-probe-lookup");
        thread.setDaemon(true);
        thread.start();
        return () -> {
            try {
                long left = Math.max(1, limit.toMillis() - watch.millis());
                return task.get(left, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                return new Answer(Reason.TIMED_OUT, List.of(), watch.millis());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        };
    }

    /**
     * Avoids the JDK's cache, which keeps each spelling of a name for 30 s or more. Lookups ignore upper and lower
     * case, so a new spelling gets a fresh answer. Only the hosts file of Alpine's C library is case-sensitive, so a
     * name that is not found is also looked up as written.
     */
    private Answer fresh(String host, Stopwatch watch) {
        Answer respelt = ask(respelt(host, turn.getAndIncrement()), host, watch);
        return respelt.good() ? respelt : ask(host, host, watch);
    }

    private Answer ask(String spelling, String host, Stopwatch watch) {
        try {
            List<InetAddress> addresses = new ArrayList<>();
            for (InetAddress address : lookup.addresses(spelling)) {
                addresses.add(InetAddress.getByAddress(host, address.getAddress()));
            }
            return new Answer(Reason.ANSWERED, addresses, watch.millis());
        } catch (UnknownHostException e) {
            Reason reason = reason(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT));
            return new Answer(reason, List.of(), watch.millis());
        }
    }

    /** Reads the C library's message (gai_strerror). The name before it contains no space. */
    private static Reason reason(String words) {
        if (words.contains("temporary failure") || words.contains("non-recoverable") || words.contains("try again")) {
            return Reason.SERVFAIL;
        }
        return words.contains("no address associated") ? Reason.NODATA : Reason.NXDOMAIN;
    }

    /**
     * Returns the name with some letters in upper case, at random. At least one letter changes unless the name has
     * none.
     */
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
