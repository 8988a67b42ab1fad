package dev.mendline.lab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.lab.net.BoundPort;
import dev.mendline.lab.net.ClosedPort;
import dev.mendline.lab.net.Ports;
import dev.mendline.lab.scenario.Cluster;
import dev.mendline.lab.scenario.NodeBehavior;
import dev.mendline.lab.scenario.NodeContext;
import dev.mendline.lab.tls.Authority;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AddressedNodesTest {
    private static final NodeContext SETTING = new NodeContext(
            new Cluster("c.ab1cd.mongodb.test", List.of(), "rs", "other.mongodb.test", "app", "right", "typed"),
            Authority.create("Root"),
            new AtomicBoolean(),
            0);

    @Test
    void stands_again_when_somebody_else_tried_the_port_meanwhile() throws IOException {
        Deque<BoundPort> rivals = new ArrayDeque<>();
        NodeBehavior contested = (at, node) -> {
            if (rivals.isEmpty()) {
                rivals.add(ClosedPort.tcp(at));
            } else {
                rivals.getFirst().close();
            }
            return ClosedPort.tcp(at);
        };
        try (AddressedNodes side = new AddressedNodes(Ports.LOOPBACK)) {
            int port = Ports.open(free -> reserved(side, free));
            side.stand(contested, SETTING);
            assertThat(rivals).hasSize(1);
            assertThatThrownBy(() -> ClosedPort.tcp(Ports.at(port)).close()).hasMessageContaining("in use");
        }
    }

    @Test
    void says_where_it_cannot_stand_when_the_port_stays_taken() throws IOException {
        try (AddressedNodes side = new AddressedNodes(Ports.LOOPBACK)) {
            int port = Ports.open(free -> reserved(side, free));
            assertThatThrownBy(() -> side.stand(
                            (at, node) -> {
                                try (ClosedPort rival = ClosedPort.tcp(at)) {
                                    return ClosedPort.tcp(rival.at());
                                }
                            },
                            SETTING))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot stand at /127.0.0.1:" + port + " again: Address already in use");
        }
    }

    private static int reserved(AddressedNodes side, int port) throws IOException {
        side.reserve(port);
        return port;
    }
}
