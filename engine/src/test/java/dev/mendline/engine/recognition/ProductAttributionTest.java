package dev.mendline.engine.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.pattern.Text;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductAttributionTest {
    private static boolean ours(String text) {
        String plain = text.replace("\\n", "\n");
        int at = plain.indexOf("REFUSED");
        return new ProductAttribution(Text.of(plain)).areOurs(at, at + "REFUSED".length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MongoNetworkError: REFUSED 10.0.0.1",
                "dial tcp 10.0.0.1:27017: REFUSED",
                "java.net.ConnectException: REFUSED\\n\\tat com.mongodb.internal.connection.SocketStream.open",
                "  File \"/app/pymongo/pool.py\", line 1\\nConnectionRefusedError: REFUSED",
                "MongoError: REFUSED, see https://docs.mongodb.com/manual",
                "redis is fine\\nmongo: REFUSED",
                "connection() error occurred during connection handshake: REFUSED",
                "Failed: error connecting to db server: REFUSED",
                "Get-MdbcData : REFUSED",
                "REFUSED\\n    at https://deno.land/x/mongo@v0.31.2/src/protocol.ts:79:28",
                "[kafka-connect] com.mongodb.MongoSocketOpenException: REFUSED"
            })
    void words_are_mongodbs_where_its_sign_is_nearest(String text) {
        assertThat(ours(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REFUSED 10.0.0.1",
                "Error: REFUSED 127.0.0.1:6379 while starting mongodb-api",
                "mongodb is connected\\nRedisConnectionException: REFUSED",
                "error connecting to db server: REFUSED",
                "REFUSED\\n    at https://deno.land/x/redis@v0.31.2/protocol.ts:79:28",
                "redis.clients.jedis.exceptions.JedisConnectionException: Failed\\nCaused by: java.net.ConnectException: REFUSED\\n\\tat redis.clients.jedis.Connection.connect\\n\\tat com.acme.mongo.Sync.run",
                "mongo was called\\nPOST https://api.example.com/v1 REFUSED"
            })
    void words_are_not_where_another_systems_sign_is_nearer_or_there_is_none(String text) {
        assertThat(ours(text)).isFalse();
    }

    @Test
    void each_sign_of_ours_holds_one_of_the_words_by_which_raw_lines_are_chosen() {
        assertThat(ProductAttribution.OUR_SIGNS)
                .allSatisfy(sign -> assertThat(ProductAttribution.WORDS)
                        .as(sign)
                        .anyMatch(sign.toLowerCase(Locale.ROOT).replace("\\b", "")::contains));
    }
}
