package dev.mendline.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.cli.process.UsageError;
import dev.mendline.model.config.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionOptionsTest {
    private static ConnectionOptions of(String string) {
        return ConnectionOptions.of(Secret.of(string));
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb+srv://h.example.com, true",
        "mongodb+srv://h.example.com/?tls=false, false",
        "mongodb+srv://h.example.com?ssl=false, false",
        "mongodb://h.example.com, false",
        "mongodb://h.example.com/db?retryWrites=true&TLS=true, true",
        "mongodb://h.example.com/?ssl=true, true",
    })
    void tls_is_what_the_string_says_else_what_the_scheme_means(String string, boolean tls) {
        assertThat(of(string).tls()).isEqualTo(tls);
    }

    @Test
    void it_tells_whether_somebody_logs_in_and_never_who() {
        ConnectionOptions options = of("mongodb://a%40b:SENT%2F+INEL@h.example.com/?tlsCAFile=%2Fetc%2Fca.pem");

        assertThat(options.login()).isTrue();
        assertThat(options.password()).isTrue();
        assertThat(options.tlsCaFile()).hasToString("/etc/ca.pem");
        assertThat(options.toString()).doesNotContain("SENT", "INEL", "a%40b", "a@b");
        assertThat(of("mongodb://h.example.com/?appName=a@b").login()).isFalse();
        assertThat(of("mongodb://h.example.com").login()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "mongodb://CN=u@h.example.com/?authMechanism=MONGODB-X509, false",
        "mongodb+srv://h.example.com/?authMechanism=MONGODB-AWS, false",
        "mongodb://u:p@h.example.com/?authMechanism=SCRAM-SHA-256, true",
        "mongodb://u:p@h.example.com/, true",
    })
    void another_mechanism_than_a_password_is_known_as_one(String string, boolean byPassword) {
        assertThat(of(string).login()).isTrue();
        assertThat(of(string).byPassword()).isEqualTo(byPassword);
    }

    @Test
    void a_file_that_is_no_path_is_a_usage_error() {
        assertThatThrownBy(() -> of("mongodb://h.example.com/?tlsCAFile=a%00b"))
                .isInstanceOf(UsageError.class)
                .hasMessage("tlsCAFile in the connection string is not a file path");
    }
}
