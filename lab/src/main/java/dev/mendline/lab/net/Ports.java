package dev.mendline.lab.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.IntStream;

/** Free ports of the loopback interface. */
public final class Ports {
    /** Action that opens a port, or throws a BindException if it is in use; then nothing stays open. */
    @FunctionalInterface
    public interface Opening<T> {
        T on(int port) throws IOException;
    }

    public static final String LOOPBACK = "127.0.0.1";

    private static final int ATTEMPTS = 200;
    private static final PortRange RESERVE = PortRange.ofThisMachine();

    private Ports() {}

    /**
     * Returns the preferred port or the next free one; 0 means any outside the kernel's own range.
     *
     * @throws IllegalStateException if there is none
     */
    public static int free(int preferred) {
        return candidates(preferred)
                .limit(ATTEMPTS)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port from " + preferred + " on"));
    }

    /** Returns different free ports outside the kernel's own range. */
    public static List<Integer> several(int count) {
        return RESERVE.any()
                .filter(Ports::isFree)
                .distinct()
                .limit(count)
                .boxed()
                .toList();
    }

    private static IntStream candidates(int preferred) {
        return preferred == 0 ? RESERVE.any() : IntStream.rangeClosed(preferred, 65_535);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(at(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Opens several sockets on one port; tries other ports while one is in use. */
    public static <T> T open(Opening<T> opening) throws IOException {
        BindException inUse = new BindException("no port is free");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return opening.on(free(0));
            } catch (BindException e) {
                inUse = e;
            }
        }
        throw inUse;
    }

    public static InetSocketAddress at(int port) {
        return new InetSocketAddress(loopback(), port);
    }

    /** Returns a port at a given loopback address; on Linux all of {@code 127.0.0.0/8} exists without configuration. */
    public static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(loopback(address), port);
    }

    public static InetAddress loopback() {
        return loopback(LOOPBACK);
    }

    /**
     * Parses {@code 127.0.0.3}.
     *
     * @throws IllegalArgumentException if it is not a loopback address, because the lab uses no others
     */
    public static InetAddress loopback(String address) {
        if (!address.matches("127(\\.[0-9]{1,3}){3}")) {
            throw new IllegalArgumentException("'" + address + "' is not a loopback address, e.g. 127.0.0.2");
        }
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + address + "' is not an address", e);
        }
    }
}
