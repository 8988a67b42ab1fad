package dev.mendline.lab.net;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.stream.IntStream;

/** Ports of the loopback interface. */
public final class Ports {
    /** Opens on the port or says with a BindException that it is in use; leaves nothing open then. */
    @FunctionalInterface
    public interface Opening<T> {
        T on(int port) throws IOException;
    }

    public static final String LOOPBACK = "127.0.0.1";

    private static final int ATTEMPTS = 200;
    private static final PortRange RESERVE = PortRange.ofThisMachine();

    private Ports() {}

    /**
     * The preferred port or the next one on which nobody listens; 0 means any that the kernel gives to nobody by itself.
     *
     * @throws IllegalStateException when there is none
     */
    public static int free(int preferred) {
        return candidates(preferred)
                .limit(ATTEMPTS)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free port from " + preferred + " on"));
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

    /** Opens something that needs one port for several sockets: tries others while one of them is in use. */
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

    /** The same of any loopback address; on Linux all of {@code 127.0.0.0/8} are there without configuration. */
    public static InetSocketAddress at(String address, int port) {
        return new InetSocketAddress(loopback(address), port);
    }

    public static InetAddress loopback() {
        return loopback(LOOPBACK);
    }

    /**
     * Reads {@code 127.0.0.3}.
     *
     * @throws IllegalArgumentException when it is no loopback address: the lab listens nowhere else
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
