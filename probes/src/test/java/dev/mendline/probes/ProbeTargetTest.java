package dev.mendline.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mendline.model.probe.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeTargetTest {
    @Test
    void takes_a_bare_name_for_an_srv_name_or_a_node() {
        ProbeTarget target = ProbeTarget.parse(" Amber.Q7F3K.mongodb.net. ");

        assertThat(target.kind()).isEqualTo(ProbeTarget.Kind.EITHER);
        assertThat(target.target()).isEqualTo("amber.q7f3k.mongodb.net");
        assertThat(target.nodes()).containsExactly(Node.of("amber.q7f3k.mongodb.net:27017"));
    }

    @Test
    void takes_a_name_with_a_port_for_a_node() {
        ProbeTarget target = ProbeTarget.parse("n1.example:27018");

        assertThat(target.kind()).isEqualTo(ProbeTarget.Kind.NODES);
        assertThat(target.nodes()).containsExactly(Node.of("n1.example:27018"));
        assertThat(target.connectionString()).isNull();
    }

    @Test
    void finds_the_srv_name_behind_a_password_that_should_have_been_encoded() {
        ProbeTarget target = ProbeTarget.parse("mongodb+srv://u:s3cr3t@/w0rd@amber.q7f3k.mongodb.net/?appName=a@b");

        assertThat(target.kind()).isEqualTo(ProbeTarget.Kind.SRV);
        assertThat(target.target()).isEqualTo("amber.q7f3k.mongodb.net");
        assertThat(target.nodes()).isEmpty();
        assertThat(target.toString()).doesNotContain("s3cr3t", "w0rd");
    }

    @Test
    void finds_the_nodes_of_a_seed_list() {
        ProbeTarget target = ProbeTarget.parse("mongodb://u:p@n1.example,n2.example:27018/db");

        assertThat(target.kind()).isEqualTo(ProbeTarget.Kind.NODES);
        assertThat(target.target()).isEqualTo("n1.example");
        assertThat(target.nodes()).containsExactly(Node.of("n1.example:27017"), Node.of("n2.example:27018"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1, 10.0.0.1:27017",
        "10.0.0.1:27018, 10.0.0.1, 10.0.0.1:27018",
        "[FD00::2]:27018, fd00::2, [fd00::2]:27018",
        "fd00::2, fd00::2, [fd00::2]:27017",
        "mongodb://u:p@10.0.0.1, 10.0.0.1, 10.0.0.1:27017",
        "'mongodb://u:p@[fd00::2]:1,n2.example', fd00::2, [fd00::2]:1",
    })
    void takes_an_address_that_is_named_outright(String text, String name, String node) {
        ProbeTarget target = ProbeTarget.parse(text);

        assertThat(target.kind()).isEqualTo(ProbeTarget.Kind.NODES);
        assertThat(target.target()).isEqualTo(name);
        assertThat(target.nodes().get(0)).hasToString(node);
        assertThat(Node.of(node)).isEqualTo(target.nodes().get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2 is it",
                "hunter2:hunter2",
                "hunter2:99999",
                "hunter2@h.example",
                "mongodb://hunter2:hunter2",
                "mongodb://u:hunter2@",
                "mongodb+srv://u:hunter2@10.0.0.1",
                "mongodb://u:hunter2@%2Ftmp%2Fmongodb-27017.sock",
                "mongodb+srv://u:hunter2@h.example:1",
                "https://u:hunter2@h.example",
                "2130706433",
                "0x7f000001",
                "10.0.1",
                "010.0.0.1",
                "256.0.0.1",
                "[::1",
                "[n1.example]:27017",
                "[10.0.0.1]:27017",
                "::1%eth0",
                "hunter2\r\nHost: x",
            })
    void refuses_what_is_no_target_without_repeating_it(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProbeTarget.parse(text))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"))
                .withNoCause();
    }
}
