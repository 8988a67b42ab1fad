package dev.mendline.engine.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {
    private static final Redactor REDACTOR = new Redactor(List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "mongodb+srv://app:SENTINEL@c.ab1cd.mongodb.net/?w=1 | mongodb+srv://‹redacted›@c.ab1cd.mongodb.net/?w=1",
                "mongodb://app:p@SENTINEL@h1:27017,h2:27017/db       | mongodb://‹redacted›@h1:27017,h2:27017/db",
                "mongodb://SENTINEL@h1/db                            | mongodb://‹redacted›@h1/db",
                "mongodb://:SENTINEL@h1/db                           | mongodb://‹redacted›@h1/db",
                "mongodb://app:SENT/INEL?#@h1/db                     | mongodb://‹redacted›@h1/db",
                "mongodb://app:with SENTINEL@h1/db                   | mongodb://‹redacted›@h1/db",
                "mongodb://app:SENTINEL                              | mongodb://‹redacted›",
                "mongodb://h1:27017/db says it                       | mongodb://h1:27017/db says it",
                "mongodb+srv://c.ab1cd.mongodb.net/?x=1              | mongodb+srv://c.ab1cd.mongodb.net/?x=1",
                "postgres://u:SENTINEL@pg/x and mongodb://a:SENTINEL@h | postgres://‹redacted›@pg/x and mongodb://‹redacted›@h",
                "mongodb://app:p@SENTINEL word@h1:27017/db           | mongodb://‹redacted›@h1:27017/db",
                "mongodb://app:p@SENT\"INEL@c.ab1cd.mongodb.net      | mongodb://‹redacted›@c.ab1cd.mongodb.net",
                "mongodb:\\/\\/app:SENTINEL@h1\\/db                    | mongodb:\\/\\/‹redacted›@h1\\/db",
                "mongodb%2Bsrv%3A%2F%2Fapp%3ASENTINEL%40c.mongodb.net | mongodb%2Bsrv%3A%2F%2F‹redacted›%40c.mongodb.net",
                "app:SENTINEL@cluster0.ab1cd.mongodb.net refused      | ‹redacted›@cluster0.ab1cd.mongodb.net refused",
                "§mongodb+srv://app:SENT\nINEL@c.ab1cd.mongodb.net§  | §mongodb+srv://‹redacted›\n‹redacted›@c.ab1cd.mongodb.net§",
                "password=SENTINEL, user=x                           | password=‹redacted›, user=x",
                "password=ab,SENTINEL user=x                         | password=‹redacted› user=x",
                "{\"password\": \"SENT\\\"INEL\", \"a\": 1}          | {\"password\": \"‹redacted›\", \"a\": 1}",
                "{\\\"password\\\":\\\"SENTINEL\\\",\\\"a\\\":1}           | {\\\"password\\\":\\\"‹redacted›\\\",\\\"a\\\":1}",
                "password=\"SENTINEL and more                        | password=\"‹redacted›",
                "'password' => 'SENTINEL'                            | 'password' => '‹redacted›'",
                "MONGO_PASS=SENTINEL npm start                       | MONGO_PASS=‹redacted› npm start",
                "passphrase: SENTINEL                                | passphrase: ‹redacted›",
                "mongosh --username a --password SENTINEL x          | mongosh --username a --password ‹redacted› x",
                "mongodump -u a -p SENTINEL x                        | mongodump -u a -p ‹redacted› x",
                "<password>SENTINEL</password>                       | <password>‹redacted›</password>",
                "password=<hidden>, mechanism=x                      | password=<hidden>, mechanism=x",
                "Authorization: Bearer SENTINEL1234567               | Authorization: ‹redacted›",
                "Authorization: token SENTINEL                       | Authorization: ‹redacted›",
                "Cookie: sid=SENTINEL                                | Cookie: ‹redacted›",
                "mongodb+srv:\\u002f\\u002fapp:SENTINEL@h1/db           | mongodb+srv:\\u002f\\u002f‹redacted›@h1/db",
                "{\"password\": [\"SENTINEL\"]}                       | {\"password\": [\"‹redacted›\"]}",
                "parse \"mongodb+srv://u:x\": invalid port \":SENTINEL\" after host | parse \"mongodb+srv://‹redacted›\": invalid port \":‹redacted›\" after host",
                "slack xoxb-SENTINEL-123 used                        | slack xoxb-‹redacted› used",
                "api_key: SENTINEL                                   | api_key: ‹redacted›",
                "mongodb://localhost:27017 at node_modules/@nestjs/mongoose | mongodb://localhost:27017 at node_modules/@nestjs/mongoose",
                "mongodb://app:SENT INEL/@h1/db at node_modules/@nestjs/mongoose | mongodb://‹redacted›@h1/db at node_modules/@nestjs/mongoose",
                "C:\\app\\.pnpm\\mongodb@6.3.0\\index.js           | C:\\app\\.pnpm\\mongodb@6.3.0\\index.js",
                "app:SENTINEL@10.6.3.0 and app:SENTINEL@mongo.local | ‹redacted›@10.6.3.0 and ‹redacted›@mongo.local",
                "MongooseServerSelectionError: mongo, MongoDB 3.6, localhost:27017 | MongooseServerSelectionError: mongo, MongoDB 3.6, localhost:27017",
                "no secret here, mail me@example.com                 | no secret here, mail me@example.com"
            })
    void a_secret_is_taken_out_and_the_rest_stays(String text, String clean) {
        assertThat(REDACTOR.redact(text)).isEqualTo(clean).doesNotContain("SENT", "INEL");
    }

    @Test
    void the_operators_own_rule_holds_too() {
        Redactor own = new Redactor(List.of(new Redactor.Rule("card", Pattern.compile("[0-9]{4}-[0-9]{4}"))));

        assertThat(own.redact("card 1234-5678 refused")).isEqualTo("card ‹redacted› refused");
    }

    @Test
    void a_megabyte_of_traps_comes_to_an_end() {
        String traps = "mongodb://a:b ".repeat(20_000)
                + "password=".repeat(50_000)
                + "a://".repeat(50_000)
                + "mongodb://@".repeat(20_000)
                + "password='".repeat(20_000);

        assertThat(REDACTOR.redact(traps)).isNotEmpty();
    }
}
