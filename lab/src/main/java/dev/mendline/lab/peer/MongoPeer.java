package dev.mendline.lab.peer;

import dev.mendline.lab.net.BoundPort;
import dev.mendline.lab.net.Front;
import dev.mendline.lab.net.Listener;
import dev.mendline.lab.net.Ports;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * MongoDB wire protocol server (OP_MSG, and OP_QUERY for the first handshake) on a loopback port, driven by a script.
 */
public final class MongoPeer implements BoundPort {
    private static final byte[] GARBAGE =
            "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Listener listener;

    private MongoPeer(Listener listener) {
        this.listener = listener;
    }

    /**
     * Starts listening at the first loopback address without TLS.
     *
     * @param port 0 means any
     * @param scripts supplies a new script per connection
     */
    public static MongoPeer start(int port, Supplier<Script> scripts) throws IOException {
        return start(Ports.at(port), Front.PLAIN, scripts);
    }

    /**
     * Starts listening.
     *
     * @param at loopback address; port 0 means any
     * @param front stage before the script, e.g. TLS
     * @param scripts supplies a new script per connection that the front admits
     */
    public static MongoPeer start(InetSocketAddress at, Front front, Supplier<Script> scripts) throws IOException {
        return new MongoPeer(Listener.start("lab-peer", at, socket -> {
            try (Socket admitted = front.admit(socket)) {
                converse(admitted, scripts.get());
            }
        }));
    }

    @Override
    public InetSocketAddress at() {
        return listener.at();
    }

    private static void converse(Socket socket, Script script) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        boolean goesOn = true;
        while (goesOn) {
            WireMessage request = WireMessage.read(in);
            goesOn = act(request, script.answer(request.command()), out);
        }
    }

    private static boolean act(WireMessage request, Reply reply, OutputStream out) throws IOException {
        switch (reply.manner()) {
            case ANSWER, LAST_WORD -> {
                if (request.wantsReply()) {
                    out.write(request.reply(reply.document()));
                }
            }
            case GARBAGE -> out.write(GARBAGE);
            case HANG_UP, SILENCE -> {
                // Sends nothing.
            }
        }
        return reply.manner() == Reply.Manner.ANSWER || reply.manner() == Reply.Manner.SILENCE;
    }

    @Override
    public void close() {
        listener.close();
    }
}
