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

/** How a zone's resolver is; whoever has another than a sound one has a zone of its own. */
public enum Resolver {
    SOUND {
        @Override
        public Open open(DnsResponder answering) throws IOException {
            return Open.of(DnsServer.start(answering));
        }
    },
    /** Nothing listens there. */
    DEAD {
        @Override
        public Open open(DnsResponder answering) throws IOException {
            ClosedPort closed = ClosedPort.tcpAndUdp();
            return new Open(new Endpoint(Ports.LOOPBACK, closed.port()), List::of, closed);
        }
    },
    /** Whoever asks waits in vain. */
    SILENT {
        @Override
        public Open open(DnsResponder answering) throws IOException {
            return Open.of(DnsServer.start(answering.with(DnsFault.silence())));
        }
    },
    /** Cuts its answers short over UDP, and refuses to be asked over TCP. */
    CUTTING_SHORT {
        @Override
        public Open open(DnsResponder answering) throws IOException {
            return Open.of(DnsServer.startWithoutTcp(answering.with(DnsFault.truncated())));
        }
    };

    /**
     * A resolver that can be asked, or could.
     *
     * @param queries what it heard so far
     */
    public record Open(Endpoint endpoint, Supplier<List<DnsServer.Query>> queries, AutoCloseable closing)
            implements AutoCloseable {
        private static Open of(DnsServer server) {
            return new Open(server.endpoint(), server::queries, server);
        }

        /** The names that it was asked for so far. */
        public List<String> asked() {
            return queries.get().stream().map(DnsServer.Query::name).toList();
        }

        @Override
        public void close() {
            OrderedClose.all(closing);
        }
    }

    /**
     * Opens it on a port of its own.
     *
     * @param answering what a sound one answers
     */
    public abstract Open open(DnsResponder answering) throws IOException;
}
