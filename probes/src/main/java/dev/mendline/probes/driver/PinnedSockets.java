package dev.mendline.probes.driver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of one visit, which all close at once, whatever they are waiting for, and after which there are no more.
 * The driver waits on sockets where no interrupt reaches it, and takes them from us only as a TLS factory.
 */
final class PinnedSockets extends SSLSocketFactory implements AutoCloseable {
    private static final String UNUSED = "the driver connects sockets itself";

    private final @Nullable SSLSocketFactory tls;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param tls null for sockets without TLS */
    PinnedSockets(@Nullable SSLSocketFactory tls) {
        this.tls = tls;
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = tls == null ? new BareSocket() : tls.createSocket();
        sockets.add(socket);
        if (closed) {
            socket.close();
            throw new SocketException("the visit is over");
        }
        return socket;
    }

    /** The address that was connected to; null while none opened. */
    @Nullable
    InetAddress reached() {
        return sockets.stream()
                .filter(Socket::isConnected)
                .map(Socket::getInetAddress)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        closed = true;
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                // Nothing is owed to the other side.
            }
        }
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return new String[0];
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return new String[0];
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) {
        throw new UnsupportedOperationException(UNUSED);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException(UNUSED);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException(UNUSED);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException(UNUSED);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException(UNUSED);
    }
}
