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
    SOUND {
        @Override
        public Open open(DnsResponder answering) throws IOException {
            return Open.of(DnsServer.start(answering));
        }
    },
    /** Refuses connections. */
    DEAD {
        @Override
        public Open open(DnsResponder answering) throws IOException {
            ClosedPort closed = ClosedPort.tcpAndUdp();
            return new Open(new Endpoint(Ports.LOOPBACK, closed.port()), List::of, closed);
        }
    },
    /** Never answers. */
    SILENT {
        @Override
        public Open open(DnsResponder answering) throws IOException {
            return Open.of(DnsServer.start(answering.with(DnsFault.silence())));
        }
    },
    /** Truncates answers over UDP and refuses TCP. */
    CUTTING_SHORT {
        @Override
        public Open open(DnsResponder answering) throws IOException {
            return Open.of(DnsServer.startWithoutTcp(answering.with(DnsFault.truncated())));
        }
    };

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
    public abstract Open open(DnsResponder answering) throws IOException;
}
