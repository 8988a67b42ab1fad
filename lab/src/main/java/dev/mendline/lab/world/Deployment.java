package dev.mendline.lab.world;

import dev.mendline.lab.net.OrderedClose;
import dev.mendline.lab.net.Ports;
import dev.mendline.lab.scenario.Cluster;
import dev.mendline.lab.scenario.NodeContext;
import dev.mendline.lab.scenario.Nodes;
import dev.mendline.lab.tls.Authority;
import dev.mendline.model.probe.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xbill.DNS.Record;

/**
 * Running deployment. Each node has its port, at one address for all zones or at a separate one for the other zones.
 */
public final class Deployment implements AutoCloseable {
    private final AssignedScenario dealt;
    private final Nodes plan;
    private final NodeContext setting;
    private final AddressedNodes here = new AddressedNodes(Ports.LOOPBACK);
    private final Optional<AddressedNodes> elsewhere;
    private boolean passed;

    private Deployment(AssignedScenario dealt, Authority authority) throws IOException {
        this.dealt = dealt;
        this.plan = dealt.fault().nodes();
        this.elsewhere = plan.elsewhere().map(any -> new AddressedNodes("127.0.0.2"));
        List<Node> nodes = new ArrayList<>();
        for (String host : dealt.hosts()) {
            nodes.add(new Node(host, Ports.open(this::reserve)));
        }
        this.setting = new NodeContext(dealt.at(nodes), authority, new AtomicBoolean(), 0);
    }

    static Deployment open(AssignedScenario dealt, Authority authority) throws IOException {
        Deployment deployment = new Deployment(dealt, authority);
        try {
            deployment.stand();
            return deployment;
        } catch (IOException | RuntimeException e) {
            deployment.close();
            throw e;
        }
    }

    private int reserve(int port) throws IOException {
        here.reserve(port);
        if (elsewhere.isPresent()) {
            try {
                elsewhere.get().reserve(port);
            } catch (IOException e) {
                here.forget();
                throw e;
            }
        }
        return port;
    }

    private void stand() throws IOException {
        here.stand(plan.here(), setting);
        if (elsewhere.isPresent()) {
            elsewhere.get().stand(plan.elsewhere().orElseThrow(), setting);
        }
    }

    /** Ends a transient fault, once. */
    public synchronized void pass() {
        if (passed || !plan.passes()) {
            return;
        }
        passed = true;
        setting.elected().set(true);
        if (plan.later().isPresent()) {
            try {
                here.stand(plan.later().get(), setting);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public AssignedScenario dealt() {
        return dealt;
    }

    public Cluster cluster() {
        return setting.cluster();
    }

    /** Returns the records on the name servers of a zone. */
    List<Record> records(String zone) {
        return dealt.fault().names().published().of(cluster(), Ports.loopback(address(zone)));
    }

    /** Returns the address of its nodes for a zone. */
    public String address(String zone) {
        return elsewhere.filter(side -> !zone.equals(dealt.zone())).orElse(here).address();
    }

    @Override
    public synchronized void close() {
        OrderedClose.all(here, () -> elsewhere.ifPresent(AddressedNodes::close));
    }
}
