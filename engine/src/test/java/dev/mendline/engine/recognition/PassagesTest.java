package dev.mendline.engine.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Signature.PassageKind;
import dev.mendline.engine.pattern.Text;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassagesTest {
    /** What a passage of a text is about: the words HERE stand in it. */
    private static Optional<Passage> about(String text) {
        return Passages.of(Text.of(text)).node(text.indexOf("HERE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "SELECTION | a.example.com | 27017 | servers=[{address=a.example.com:27017, type=UNKNOWN, exception={x.Y: HERE}}]",
                "MONITOR | a.example.com | 27018 | Exception in monitor thread while connecting to server a.example.com:27018 x.Y: HERE",
                "SELECTION | a.example.com | 27017 | Servers: [{ Addr: a.example.com:27017, Type: Unknown, Last error: HERE }, ]",
                "SELECTION | a.example.com | 27017 | ServerSelectionTimeoutError: a.example.com:27017: HERE, Timeout: 30s",
                "SELECTION | b.example.com | 27017 | ServerSelectionTimeoutError: a:27017: timed out,b.example.com:27017: HERE",
                "SELECTION | a.example.com | 27017 | <ServerDescription ('a.example.com', 27017) server_type: Unknown, error=X('HERE')>",
                "SELECTION | a.example.com | 27017 | Map(1) { 'a.example.com:27017' => ServerDescription { address: 'a.example.com:27017', error: HERE",
                "SELECTION | a.example.com | 27017 | Servers: [ { Address: a.example.com:27017, Type: Unknown, Error: HERE }, ]",
                "SELECTION | a.example.com | 27017 | EndPoint: \"Unspecified/a.example.com:27017\", HeartbeatException: \"HERE",
                "SELECTION | a.example.com | 27017 | No suitable servers found: [HERE calling hello on 'a.example.com:27017']",
                "NODE | a.example.com | 27017 | Command failed with error 13: 'HERE' on server a.example.com:27017. The full",
                "NODE | a.example.com | 27017 | HostUnreachable: Error connecting to a.example.com:27017 (10.0.0.1:27017) :: caused by :: HERE"
            })
    void every_driver_says_which_node_its_words_are_about(PassageKind within, String name, String port, String text) {
        assertThat(about(text)).hasValueSatisfying(passage -> {
            assertThat(passage.within()).isEqualTo(within);
            assertThat(passage.name()).isEqualTo(name);
            assertThat(passage.port()).isEqualTo(port);
        });
    }

    @Test
    void a_node_named_by_its_address_has_no_name() {
        assertThat(about("servers=[{address=10.0.0.7:27017, type=UNKNOWN, exception={HERE}}]"))
                .hasValueSatisfying(passage -> {
                    assertThat(passage.address()).isEqualTo("10.0.0.7");
                    assertThat(passage.name()).isNull();
                });
    }

    @Test
    void a_passage_ends_where_the_next_begins() {
        assertThat(about("servers=[{address=a:27017, exception={x}}, {address=b:27018, exception={HERE}}]"))
                .hasValueSatisfying(passage -> assertThat(passage.name()).isEqualTo("b"));
    }

    @Test
    void what_stands_on_the_next_line_is_not_about_the_node() {
        assertThat(about("servers=[{address=a:27017, exception={x}}]\nCaused by: HERE"))
                .isEmpty();
    }

    @Test
    void a_lookup_of_dnsclient_is_known_by_its_type() {
        assertThat(Passages.of(Text.of("Query 39 => c.example.com IN TXT on 10.0.0.53:53 failed"))
                        .lookup())
                .hasValueSatisfying(passage -> assertThat(passage.name()).isEqualTo("c.example.com"));
        assertThat(Passages.of(Text.of("Query 39 => c.example.com IN AAAA on 10.0.0.53:53 failed"))
                        .lookup())
                .isEmpty();
    }

    @Test
    void a_lookup_is_known_also_where_its_cause_is_printed_before_it() {
        String text = "java.net.PortUnreachableException\n"
                + "Wrapped by: Failed looking up SRV record for '_mongodb._tcp.c.example.com'.";

        assertThat(Passages.of(Text.of(text)).lookup())
                .hasValueSatisfying(passage -> assertThat(passage.name()).startsWith("c.example.com"));
    }
}
