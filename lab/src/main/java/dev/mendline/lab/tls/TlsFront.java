package dev.mendline.lab.tls;

import dev.mendline.lab.net.Front;
import dev.mendline.lab.net.TcpFault;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Server's reaction to the TLS hello. Alerts and the old protocol are written as bytes (RFC 8446 sections 5.1 and 6),
 * because the JDK cannot send them.
 */
public final class TlsFront implements Front {
    /** Reaction after the hello has been read. */
    @FunctionalInterface
    private interface Reaction {
        Socket to(ClientHello hello, Socket socket) throws IOException;
    }

    private static final int INTERNAL_ERROR = 80;
    private static final byte[] HELLO_OF_TLS_1_1 = helloOf(2);

    private final Reaction reaction;

    private TlsFront(Reaction reaction) {
        this.reaction = reaction;
    }

    /** Completes the handshake; closes connections without TLS. */
    public static TlsFront of(ServerIdentity identity) {
        SSLSocketFactory tls = identity.context().getSocketFactory();
        return new TlsFront((hello, socket) -> handshake(tls, hello, socket));
    }

    /**
     * Completes the handshake only with a server name that the certificate covers; otherwise sends alert 80, like the
     * proxies of shared clusters. A driver that connects to an address sends the address or its reverse name, which is
     * not covered.
     */
    public static TlsFront requiringSni(ServerIdentity identity) {
        TlsFront served = of(identity);
        TlsFront refused = alerting(INTERNAL_ERROR);
        return new TlsFront(
                (hello, socket) -> (identity.serves(hello.serverName()) ? served : refused).reaction.to(hello, socket));
    }

    /** Answers every hello with a fatal alert, e.g. 80. */
    public static TlsFront alerting(int number) {
        byte[] alert = {21, 3, 3, 0, 2, 2, (byte) number};
        return new TlsFront((hello, socket) -> answer(socket, alert));
    }

    /** Closes after the hello, without an alert. */
    public static TlsFront hangingUp() {
        return new TlsFront((hello, socket) -> end(socket));
    }

    /** Resets after the hello. */
    public static TlsFront resetting() {
        return new TlsFront((hello, socket) -> {
            TcpFault.reset(socket);
            throw new ProtocolException("reset");
        });
    }

    /** Accepts only TLS 1.1. */
    public static TlsFront oldProtocol() {
        return new TlsFront((hello, socket) -> answer(socket, HELLO_OF_TLS_1_1));
    }

    /** Answers the hello with bytes that are not TLS, and closes. */
    public static TlsFront plain(String words) {
        return new TlsFront((hello, socket) -> answer(socket, words.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Reads the hello and never answers. */
    public static TlsFront silent() {
        return new TlsFront((hello, socket) -> {
            TcpFault.drain(socket);
            throw new ProtocolException("gone");
        });
    }

    @Override
    public Socket admit(Socket socket) throws IOException {
        ClientHello hello;
        try {
            hello = ClientHello.read(new DataInputStream(socket.getInputStream()));
        } catch (ProtocolException notTls) {
            return end(socket);
        }
        return reaction.to(hello, socket);
    }

    private static Socket handshake(SSLSocketFactory tls, ClientHello hello, Socket socket) throws IOException {
        SSLSocket secure = (SSLSocket) tls.createSocket(socket, hello.replay(), true);
        secure.startHandshake();
        return secure;
    }

    private static Socket answer(Socket socket, byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return end(socket);
    }

    private static Socket end(Socket socket) throws IOException {
        TcpFault.hangUp(socket);
        throw new ProtocolException("hung up");
    }

    /** Returns a server hello for version 3.minor and TLS_RSA_WITH_AES_128_CBC_SHA, without session or extensions. */
    private static byte[] helloOf(int minor) {
        int body = 2 + 32 + 1 + 2 + 1;
        byte[] bytes = new byte[ClientHello.HEADER + 4 + body];
        byte[] head = {22, 3, (byte) minor, 0, (byte) (4 + body), 2, 0, 0, (byte) body, 3, (byte) minor};
        System.arraycopy(head, 0, bytes, 0, head.length);
        bytes[bytes.length - 2] = 0x2f;
        return bytes;
    }
}
