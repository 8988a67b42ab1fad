package dev.mendline.lab.scenario;

import dev.mendline.lab.net.Front;
import dev.mendline.lab.net.TcpFault;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

/** A node that has few connections left to give: whoever comes once they are taken is hung up on without a word. */
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

    /** A place is free again when its connection is closed. */
    private synchronized boolean takes(Socket socket) {
        taken.removeIf(Socket::isClosed);
        return taken.size() < places && taken.add(socket);
    }
}
