package dev.mendline.probes.uri;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.Finding;
import dev.mendline.model.Outcome;
import dev.mendline.model.Reason;
import dev.mendline.model.Secret;
import dev.mendline.model.UriFacts;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.ProbeContract;
import dev.mendline.probes.dns.FakeDns;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriProbeTest extends ProbeContract {
    @Override
    public String id() {
        return "uri";
    }

    /** It asks no one, and no request carries a connection string. */
    @Override
    public Reason expected(Reason resolvers) {
        return Reason.NOTHING_TO_PROBE;
    }

    private static Finding uri(String string) {
        return Lookout.at(FakeDns.dead()).run("uri", Secret.of(string));
    }

    private static UriFacts facts(String string) {
        return (UriFacts) uri(string).facts();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb+srv://amber.q7f3k.mongodb.net",
                "mongodb+srv://u:p@amber.q7f3k.mongodb.net/test?retryWrites=true&w=majority",
                "mongodb://u:p%40%2F%3a@a.example:27017,b.example:27018/?replicaSet=rs0",
                "mongodb://localhost",
                "mongodb://10.0.0.1:27017,[::1]:27018/",
                "mongodb://%2Ftmp%2Fmongodb-27017.sock",
                "mongodb://u:p@a.example?appName=x@y",
                "mongodb://a.example/?appName=x@y",
            })
    void passes_what_drivers_accept(String string) {
        assertThat(uri(string).outcome()).isEqualTo(Outcome.Kind.PASSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "cluster0.ab1cd.mongodb.net            | It begins with neither mongodb:// nor mongodb+srv://",
                "mongo://u:p@h.example                 | It begins with neither mongodb:// nor mongodb+srv://",
                "mongodb://                            | It names no host",
                "mongodb://u:p@/db                     | It names no host",
                "mongodb://@h.example                  | The user name before @ is empty",
                "mongodb://h.example:99999             | A host or its port cannot be read",
                "mongodb://a.example,,b.example        | A host or its port cannot be read",
                "mongodb://user:hunter2                | A host or its port cannot be read",
                "mongodb+srv://a.b.example,c.b.example | mongodb+srv takes one host",
                "mongodb+srv://a.b.example:27017       | mongodb+srv takes no port",
            })
    void says_what_is_wrong_with_the_form(String string, String flaw) {
        Finding finding = uri(string);

        assertThat(finding.reason()).isEqualTo(Reason.BAD_SYNTAX);
        assertThat(finding.transcript()).containsExactly(flaw);
    }

    @Test
    void names_a_port_beside_srv() {
        assertThat(facts("mongodb+srv://u:p@a.b.example:27017"))
                .isEqualTo(new UriFacts("mongodb+srv", true, List.of(), 1, true, true, false, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {":", "/", "?", "#", "[", "]", "@", "!", "$", "&", "'", "(", ")", "*", ",", ";", "=", "%", " "})
    void finds_each_reserved_character_in_user_and_password(String reserved) {
        Finding inPassword = uri("mongodb+srv://amber:pa" + reserved + "zz@" + Lookout.TARGET);

        assertThat(inPassword.reason()).isEqualTo(Reason.UNESCAPED_CREDENTIALS);
        assertThat(((UriFacts) inPassword.facts()).reserved()).containsExactly(reserved);
        assertThat(((UriFacts) inPassword.facts()).hosts()).isEqualTo(1);
        if (!reserved.equals(":")) {
            assertThat(facts("mongodb://am" + reserved + "xyz:pa@h.example").reserved())
                    .containsExactly(reserved);
        }
    }

    @Test
    void names_each_character_once_in_an_order_that_says_nothing_of_the_password() {
        Finding finding = uri("mongodb://u:@a/@b/%zz@h.example/db");

        assertThat(((UriFacts) finding.facts()).reserved()).containsExactly("/", "@", "%");
        assertThat(finding.transcript())
                .containsExactly("User or password hold characters that must be percent-encoded:"
                        + " / as %2F, @ as %40, % as %25");
    }

    @Test
    void takes_a_percent_sign_that_begins_an_escape_for_encoded() {
        assertThat(facts("mongodb://u:100%25%zz@h.example").reserved()).containsExactly("%");
        assertThat(facts("mongodb://u:100%25@h.example").reserved()).isEmpty();
    }
}
