package dev.mendline.probes.driver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.security.KeyManagementException;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Sockets of one driver session. Closing them ends any wait, and no new ones can be opened afterwards. The driver
 * blocks on sockets without reacting to interrupts, and accepts our sockets only from a TLS factory in a TLS context.
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
        Socket socket = tls == null ? new PlainSocket() : tls.createSocket();
        sockets.add(socket);
        if (closed) {
            socket.close();
            throw new SocketException("the session is closed");
        }
        return socket;
    }

    /** Returns a context that only returns this factory, with the TLS settings of another context. */
    SSLContext context(SSLContext like) {
        return new SSLContext(new Spi(), like.getProvider(), like.getProtocol()) {};
    }

    /** Returns the connected address; null if none is connected. */
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

    private final class Spi extends SSLContextSpi {
        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            return PinnedSockets.this;
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
                throws KeyManagementException {
            throw new KeyManagementException("its sockets are made already");
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            throw new UnsupportedOperationException(UNUSED);
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            throw new UnsupportedOperationException(UNUSED);
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            throw new UnsupportedOperationException(UNUSED);
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            throw new UnsupportedOperationException(UNUSED);
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            throw new UnsupportedOperationException(UNUSED);
        }
    }
}
