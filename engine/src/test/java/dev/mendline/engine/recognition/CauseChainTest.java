package dev.mendline.engine.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.pattern.Text;
import org.junit.jupiter.api.Test;

class CauseChainTest {
    private static int depth(String text, String words) {
        return new CauseChain(Text.of(text), Passages.of(Text.of(text))).depth(text.indexOf(words));
    }

    @Test
    void java_and_node_print_causes_below() {
        assertThat(depth("A\nCaused by: B\nCaused by: HERE", "HERE")).isEqualTo(2);
        assertThat(depth("A {\n  [cause]: HERE", "HERE")).isEqualTo(1);
        assertThat(depth("A\n ---> HERE", "HERE")).isEqualTo(1);
    }

    @Test
    void python_and_root_cause_first_print_them_above() {
        String text = "HERE\n\nThe above exception was the direct cause of the following exception:\n\nWRAPPER";

        assertThat(depth(text, "HERE")).isGreaterThan(depth(text, "WRAPPER"));
        assertThat(depth("HERE\nWrapped by: X", "HERE")).isGreaterThan(depth("HERE\nWrapped by: X", "X"));
    }

    @Test
    void a_nodes_causes_count_for_that_node_alone() {
        String text =
                "servers=[{address=a:1, exception={X}, caused by {FIRST}}, {address=b:2, exception={SECOND}}]\nAFTER";

        assertThat(depth(text, "FIRST")).isEqualTo(1);
        assertThat(depth(text, "SECOND")).isZero();
        assertThat(depth(text, "AFTER")).isZero();
    }

    @Test
    void the_servers_causes_count_for_their_line_alone() {
        String text = "HostUnreachable :: caused by :: HERE\nNEXT";

        assertThat(depth(text, "HERE")).isEqualTo(1);
        assertThat(depth(text, "NEXT")).isZero();
    }
}
