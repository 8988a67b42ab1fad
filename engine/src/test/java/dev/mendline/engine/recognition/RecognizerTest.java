package dev.mendline.engine.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.model.log.Captures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognizerTest {
    private static final Recognizer RECOGNISER = new Recognizer(Catalog.builtIn());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "Error: querySrv ECONNREFUSED _mongodb._tcp.<SRV Record>                              | srv-refused",
                "DNSHostNotFound: Failed to look up service \"<MongoDB service name>\"                | srv-not-found",
                "connection refused because too many open connections                                 | too-many-connections",
                "lookup nta8e.mongodb.net on 123.45.67.8:27017: cannot unmarshal DNS message          | dns-unmarshal",
                "This password contains special characters which will be URL-encoded.                 | uri-unescaped-credentials"
            })
    void each_literal_text_of_the_documentation_has_its_symptom(String text, String symptom) {
        assertThat(RECOGNISER.recognise(text).symptom()).isEqualTo(symptom);
    }

    @Test
    void the_deepest_cause_wins_over_its_wrappers() {
        Recognition seen = RECOGNISER.recognise("""
                com.mongodb.MongoSecurityException: Exception authenticating MongoCredential{userName='a', source='admin'}
                	at com.mongodb.internal.connection.SaslAuthenticator.wrapException(SaslAuthenticator.java:1)
                Caused by: com.mongodb.MongoSocketException: c-shard-00-00.ab1cd.mongodb.net
                Caused by: java.net.UnknownHostException: c-shard-00-00.ab1cd.mongodb.net: Name or service not known
                """);

        assertThat(seen.symptom()).isEqualTo("host-not-found");
        assertThat(seen.symptoms()).containsExactly("host-not-found", "auth-failed");
    }

    @Test
    void a_root_cause_that_is_printed_first_is_the_deepest_too() {
        Recognition seen = RECOGNISER.recognise("""
                java.net.UnknownHostException: c-shard-00-00.ab1cd.mongodb.net
                Wrapped by: com.mongodb.MongoSecurityException: Exception authenticating MongoCredential{userName='a'}
                """);

        assertThat(seen.symptom()).isEqualTo("host-not-found");
    }

    @Test
    void captures_name_the_node_the_code_and_the_limit() {
        Recognition seen = RECOGNISER.recognise("com.mongodb.MongoCommandException: Command failed with error 8000"
                + " (AtlasError): 'connection refused because too many open connections: 819' on server"
                + " Cluster0-shard-00-00.dfget.mongodb.net:27018. The full response is {}");

        assertThat(seen.captures())
                .isEqualTo(new Captures(
                        "cluster0-shard-00-00.dfget.mongodb.net", 27018, null, 8000, "AtlasError", 819, null, null));
        assertThat(seen.driver()).isNotNull().extracting("name").isEqualTo("java");
    }

    @Test
    void an_srv_name_is_not_a_node() {
        Recognition seen =
                RECOGNISER.recognise("Error: querySrv ECONNREFUSED _mongodb._tcp.cluster0.dfget.mongodb.net");

        assertThat(seen.captures().host()).isEqualTo("cluster0.dfget.mongodb.net");
        assertThat(seen.hostIsNode()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "connect ECONNREFUSED 127.0.0.1:6379",
        "redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.",
        "[main] INFO Cluster created with settings mongodb",
        "MongoServerError: E11000 duplicate key error collection: shop.orders",
        "''"
    })
    void what_is_not_a_connection_error_of_mongodb_is_nothing(String text) {
        assertThat(RECOGNISER.recognise(text).symptom()).isNull();
    }

    @Test
    void in_a_line_without_end_no_place_is_lost_between_two_looks() {
        for (int blanks = 1_900; blanks < 2_100; blanks++) {
            String text = "mongodb getaddrinfo ENOTFOUND - " + "x ".repeat(blanks)
                    + "MongoNetworkError: getaddrinfo ENOTFOUND c0.ab1cd.mongodb.net";

            assertThat(RECOGNISER.recognise(text).captures().host()).isEqualTo("c0.ab1cd.mongodb.net");
        }
    }

    @Test
    void what_decides_may_stand_behind_much_that_looks_like_it() {
        String text = "Error: connect ECONNREFUSED 10.0.0.1:6379 (redis)\n".repeat(2_000)
                + "MongoNetworkError: connect ECONNREFUSED 10.0.0.1:27017";

        assertThat(RECOGNISER.recognise(text).symptom()).isEqualTo("connection-refused");
    }

    @Test
    void numbers_that_are_not_the_servers_are_no_codes() {
        assertThat(RECOGNISER
                        .recognise("MongoNetworkError: connect ECONNREFUSED 10.0.0.1:27017 error 18")
                        .captures()
                        .code())
                .isNull();
        assertThat(RECOGNISER
                        .recognise("MongoServerError: bad auth : Authentication failed. {\n  code: 8000,\n  codeName:"
                                + " 'AtlasError'")
                        .captures())
                .extracting(Captures::code, Captures::codeName)
                .containsExactly(8000, "AtlasError");
    }
}
