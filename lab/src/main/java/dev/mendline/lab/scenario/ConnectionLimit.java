package dev.mendline.lab.scenario;

import dev.mendline.lab.net.Front;
import dev.mendline.lab.net.TcpFault;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/** Front with a limited number of connections; further ones are closed silently. */
final class ConnectionLimit implements Front {
    private final int places;
    private final Front front;
    private final Set<Socket> taken = new HashSet<>();

    ConnectionLimit(int places, Front front) {
        this.places = places;
        this.front = front;
    }

    @Override
    public Socket admit(Socket socket) throws IOException {
        if (!takes(socket)) {
            TcpFault.hangUp(socket);
            throw new ProtocolException("no place left");
        }
        return front.admit(socket);
    }

    /** Takes a place for a connection, which its closing frees again. */
    private synchronized boolean takes(Socket socket) {
        taken.removeIf(Socket::isClosed);
        return taken.size() < places && taken.add(socket);
    }
}
