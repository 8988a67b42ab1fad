package dev.mendline.lab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.lab.net.Bound;
import dev.mendline.lab.net.Closed;
import dev.mendline.lab.net.Ports;
import dev.mendline.lab.peer.Election;
import dev.mendline.lab.scenario.Cluster;
import dev.mendline.lab.scenario.Setting;
import dev.mendline.lab.scenario.Standing;
import dev.mendline.lab.tls.Authority;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideTest {
    private static final Setting SETTING = new Setting(
            new Cluster("c.ab1cd.mongodb.test", List.of(), "rs", "other.mongodb.test", "app", "right", "typed"),
            Authority.create("Root"),
            new Election());

    @Test
    void stands_again_when_somebody_else_tried_the_port_meanwhile() throws IOException {
        Deque<Bound> rivals = new ArrayDeque<>();
        Standing contested = (at, setting, me) -> {
            if (rivals.isEmpty()) {
                rivals.add(Closed.tcp(at));
            } else {
                rivals.getFirst().close();
            }
            return Closed.tcp(at);
        };
        try (Side side = new Side(Ports.LOOPBACK)) {
            int port = Ports.open(free -> reserved(side, free));
            side.stand(contested, SETTING);
            assertThat(rivals).hasSize(1);
            assertThatThrownBy(() -> Closed.tcp(Ports.at(port)).close()).hasMessageContaining("in use");
        }
    }

    @Test
    void says_where_it_cannot_stand_when_the_port_stays_taken() throws IOException {
        try (Side side = new Side(Ports.LOOPBACK)) {
            int port = Ports.open(free -> reserved(side, free));
            assertThatThrownBy(() -> side.stand(
                            (at, setting, me) -> {
                                try (Closed rival = Closed.tcp(at)) {
                                    return Closed.tcp(rival.at());
                                }
                            },
                            SETTING))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot stand at /127.0.0.1:" + port + " again: Address already in use");
        }
    }

    private static int reserved(Side side, int port) throws IOException {
        side.reserve(port);
        return port;
    }
}
