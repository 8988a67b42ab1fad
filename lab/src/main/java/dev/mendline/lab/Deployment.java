package dev.mendline.lab;

import dev.mendline.lab.net.Closed;
import dev.mendline.lab.net.Closing;
import dev.mendline.lab.net.Ports;
import dev.mendline.lab.peer.Member;
import dev.mendline.lab.peer.MongoPeer;
import dev.mendline.lab.peer.Scram;
import dev.mendline.model.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TXTRecord;

/** The nodes of one deployment: each has its port from the start and refuses on it until told to listen. */
final class Deployment implements AutoCloseable {
    private static final int TTL = 60;

    private final Dealt dealt;
    private final List<Closed> refusing = new ArrayList<>();
    private final List<MongoPeer> listening = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    private Deployment(Dealt dealt) {
        this.dealt = dealt;
    }

    static Deployment open(Dealt dealt) throws IOException {
        Deployment deployment = new Deployment(dealt);
        try {
            for (String host : dealt.fault().inDns() ? dealt.hosts() : List.<String>of()) {
                Closed closed = Closed.tcp();
                deployment.refusing.add(closed);
                deployment.nodes.add(new Node(host, closed.port()));
            }
            if (dealt.fault().listensAtOnce()) {
                deployment.listen();
            }
            return deployment;
        } catch (IOException | RuntimeException e) {
            deployment.close();
            throw e;
        }
    }

    /** Lets all nodes listen that refuse; the members of the set know each other's names. */
    synchronized void listen() {
        try {
            for (int i = listening.size(); i < nodes.size(); i++) {
                refusing.get(i).close();
                Member member = new Member(dealt.set(), nodes, i);
                listening.add(MongoPeer.start(
                        nodes.get(i).port(),
                        () -> dealt.fault().script(member, new Scram(dealt.user(), dealt.password()))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Atlas publishes a deployment: SRV and TXT under its name, an address under each node's. */
    List<Record> records() {
        List<Record> records = new ArrayList<>();
        for (Node node : nodes) {
            Name host = name(node.host());
            records.add(
                    new SRVRecord(name("_mongodb._tcp." + dealt.target()), DClass.IN, TTL, 0, 0, node.port(), host));
            records.add(new ARecord(host, DClass.IN, TTL, Ports.loopback()));
        }
        if (!nodes.isEmpty()) {
            String options = "authSource=admin&replicaSet=" + dealt.set();
            records.add(new TXTRecord(name(dealt.target()), DClass.IN, TTL, options));
        }
        return records;
    }

    static Name name(String host) {
        return Name.fromConstantString(host + ".");
    }

    @Override
    public synchronized void close() {
        Closing.all(listening);
        Closing.all(refusing);
    }
}
