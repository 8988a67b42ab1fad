package dev.mendline.probes.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.lab.net.BoundPort;
import dev.mendline.lab.net.Ports;
import dev.mendline.lab.net.TcpFault;
import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.Probes;
import dev.mendline.probes.dns.FakeDns;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ControlTargetTest {
    private static final String CONTROL = "portquiz.mongodb.net";
    private static final String OUTSIDE = "portquiz.example";

    private static Finding run(TcpFault node, TcpFault control, @Nullable String configured) throws IOException {
        try (BoundPort broken = node.at(Ports.at(0));
                BoundPort other = control.at(Ports.at("127.0.0.2", broken.port()));
                FakeDns dns = FakeDns.knowing(
                        Lookout.SRV + " SRV 0 0 " + other.port() + " " + Lookout.NODE + ".",
                        Lookout.NODE + " A 127.0.0.1",
                        CONTROL + " A 127.0.0.2",
                        OUTSIDE + " A 127.0.0.2")) {
            return new Probes(
                            Lookout.at(dns).inventory(),
                            Clock.fixed(Lookout.NOW, ZoneOffset.UTC),
                            Lookout.QUICK.with(configured))
                    .run(Lookout.request("tcp", Lookout.TARGET, new Node(Lookout.NODE, broken.port())));
        }
    }

    private static @Nullable Attempt control(Finding finding) {
        return ((TcpFacts) finding.facts()).control();
    }

    @Test
    void says_that_the_way_out_is_open_when_only_the_node_is_silent() throws IOException {
        Finding finding = run(TcpFault.DROP, TcpFault.HALF_OPEN, CONTROL);

        assertThat(finding.reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(control(finding).status()).isEqualTo(Reason.ANSWERED);
        assertThat(control(finding).address()).isEqualTo("127.0.0.2");
        assertThat(finding.transcript()).contains("No address opened; trying the control target " + CONTROL);
        assertThat(finding.transcript()).last().asString().matches("connect 127.0.0.2 port \\d+: open \\(\\d+ ms\\)");
    }

    @Test
    void says_that_the_way_out_is_closed_when_it_is_silent_too() throws IOException {
        Finding finding = run(TcpFault.DROP, TcpFault.DROP, CONTROL);

        assertThat(finding.reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(control(finding).status()).isEqualTo(Reason.TIMED_OUT);
        assertThat(finding.millis()).isLessThan(Lookout.QUICK.probe().toMillis());
    }

    @Test
    void is_not_asked_when_the_node_has_answered() throws IOException {
        assertThat(control(run(TcpFault.REFUSE, TcpFault.HALF_OPEN, CONTROL))).isNull();
        assertThat(control(run(TcpFault.HALF_OPEN, TcpFault.HALF_OPEN, CONTROL)))
                .isNull();
    }

    @Test
    void is_not_asked_unless_configured() throws IOException {
        Finding finding = run(TcpFault.DROP, TcpFault.HALF_OPEN, null);

        assertThat(control(finding)).isNull();
        assertThat(String.join("\n", finding.transcript())).doesNotContain("control");
    }

    @Test
    void needs_no_suffix_for_its_name_but_passes_the_guard_with_its_address() throws IOException {
        Finding finding = run(TcpFault.DROP, TcpFault.HALF_OPEN, OUTSIDE);

        assertThat(control(finding)).isNull();
        assertThat(finding.reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(finding.transcript()).contains("Not connected to: 127.0.0.2 is loopback");
    }

    @Test
    void is_left_out_when_its_name_does_not_resolve_or_is_none() throws IOException {
        Finding unknown = run(TcpFault.DROP, TcpFault.HALF_OPEN, "nowhere.mongodb.net");
        assertThat(control(unknown)).isNull();
        assertThat(unknown.reason()).isEqualTo(Reason.TIMED_OUT);

        assertThat(run(TcpFault.DROP, TcpFault.HALF_OPEN, "http://127.0.0.2/").transcript())
                .contains("The control target is not tried: it is not a host name");
    }
}
