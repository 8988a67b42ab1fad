package dev.mendline.lab.scenario;

import dev.mendline.lab.dns.DnsFault;
import dev.mendline.lab.dns.DnsResponder;
import dev.mendline.lab.dns.DnsServer;
import dev.mendline.lab.net.ClosedPort;
import dev.mendline.lab.net.OrderedClose;
import dev.mendline.lab.net.Ports;
import dev.mendline.model.net.Endpoint;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** State of a zone's resolver; a deployment that needs a faulty one has its own zone. */
public enum Resolver {
    SOUND,
    /** Refuses connections. */
    DEAD,
    /** Never answers. */
    SILENT,
    /** Truncates answers over UDP and refuses TCP. */
    CUTTING_SHORT;

    /**
     * Opened resolver.
     *
     * @param queries questions so far
     */
    public record Open(Endpoint endpoint, Supplier<List<DnsServer.Query>> queries, AutoCloseable closing)
            implements AutoCloseable {
        private static Open of(DnsServer server) {
            return new Open(server.endpoint(), server::queries, server);
        }

        private static Open of(ClosedPort closed) {
            return new Open(new Endpoint(Ports.LOOPBACK, closed.port()), List::of, closed);
        }

        /** Returns the names that were asked for so far. */
        public List<String> asked() {
            return queries.get().stream().map(DnsServer.Query::name).toList();
        }

        @Override
        public void close() {
            OrderedClose.all(closing);
        }
    }

    /**
     * Opens the resolver on its own port.
     *
     * @param answering responder of a healthy resolver
     */
    public Open open(DnsResponder answering) throws IOException {
        return switch (this) {
            case SOUND -> Open.of(DnsServer.start(answering));
            case DEAD -> Open.of(ClosedPort.tcpAndUdp());
            case SILENT -> Open.of(DnsServer.start(answering.with(DnsFault.silence())));
            case CUTTING_SHORT -> Open.of(DnsServer.startWithoutTcp(answering.with(DnsFault.truncated())));
        };
    }
}
