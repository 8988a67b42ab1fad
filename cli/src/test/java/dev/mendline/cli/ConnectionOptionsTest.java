package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.model.Secret;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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

    @ParameterizedTest
    @CsvSource({
        "mongodb://u:p@h.example.com, ",
        "mongodb://u:p@h.example.com/shop, shop",
        "mongodb://u:p@h.example.com/shop?authSource=users, users",
        "mongodb+srv://u:p@h.example.com/shop, ",
        "mongodb+srv://u:p@h.example.com/shop?authSource=users, users",
    })
    void the_database_of_the_login_follows_the_drivers_rules(String string, @Nullable String authSource) {
        assertThat(Objects.requireNonNull(of(string).credentials()).authSource())
                .isEqualTo(authSource);
    }

    @Test
    void user_and_password_are_decoded_and_never_shown() {
        ConnectionOptions options = of("mongodb://a%40b:SENT%2F+INEL@h.example.com/?tlsCAFile=%2Fetc%2Fca.pem");

        assertThat(Objects.requireNonNull(options.credentials()).user()).isEqualTo("a@b");
        assertThat(options.credentials().password().reveal()).isEqualTo("SENT/+INEL");
        assertThat(options.tlsCaFile()).hasToString("/etc/ca.pem");
        assertThat(options.password()).isTrue();
        assertThat(options.toString()).doesNotContain("SENT", "INEL", "a@b");
    }

    @Test
    void another_mechanism_is_no_login_by_password() {
        ConnectionOptions options = of("mongodb://CN=u@h.example.com/?authMechanism=MONGODB-X509");

        assertThat(options.credentials()).isNull();
        assertThat(options.mechanism()).isEqualTo("MONGODB-X509");
        assertThat(of("mongodb://u:p@h.example.com/?authMechanism=SCRAM-SHA-256")
                        .credentials())
                .isNotNull();
        assertThat(of("mongodb://h.example.com").credentials()).isNull();
    }

    @Test
    void a_file_that_is_no_path_is_a_usage_error() {
        assertThatThrownBy(() -> of("mongodb://h.example.com/?tlsCAFile=a%00b"))
                .isInstanceOf(UsageError.class)
                .hasMessage("tlsCAFile in the connection string is no path of a file");
    }
}
