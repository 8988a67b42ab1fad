package dev.mendline.engine.gap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawLinePrefilterTest {
    private static final RawLinePrefilter SIEVE = new RawLinePrefilter(Catalog.builtIn());

    private static boolean isWorthReading(String line) {
        return SIEVE.isWorthReading(line.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INFO querySrv ECONNREFUSED _mongodb._tcp.cluster0.ab1cd.mongodb.net",
                "{\"level\":\"error\",\"message\":\"MongoServerError: an odd thing\"}",
                "{\"t\":{},\"s\":\"W\",\"c\":\"NETWORK\",\"msg\":\"odd\",\"attr\":{\"remote\":\"10.0.0.1:27017\"}}",
                "{\"t\":{},\"s\":\"I\",\"c\":\"NETWORK\",\"id\":22943,\"ctx\":\"listener\",\"msg\":\"Connection accepted\"}",
                "INFO org.mongodb.driver.cluster - Cluster created with settings {hosts=[db:27017]}",
                "ERROR \u001b[31mquery\u001b[0mSrv ECONN\u001b[1mREFUSED _mongodb._tcp.cluster0.ab1cd.mongodb.net"
            })
    void an_anchor_of_a_symptom_or_hint_or_a_loud_sign_of_mongodb_is_worth_reading(String line) {
        assertThat(isWorthReading(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "INFO connected to mongodb at db:27017",
                "ERROR the printer is out of paper",
                "{\"t\":{},\"s\":\"I\",\"c\":\"NETWORK\",\"msg\":\"accepted\",\"attr\":{\"remote\":\"10.0.0.1:27017\"}}"
            })
    void neither_is_not(String line) {
        assertThat(isWorthReading(line)).isFalse();
    }
}
