package dev.mendline.engine.gap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.engine.sighting.SightingFactory;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Unclassified;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GapFinderTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Coordinates SOURCE = new Coordinates("logs", 0, 7);

    private static GapFinder finder(boolean samples) {
        return new GapFinder(
                new SightingFactory(Catalog.builtIn(), Inventory.DEFAULT, new Redactor(List.of()), samples));
    }

    private static final GapFinder FINDER = finder(true);

    private static Optional<Unclassified> find(@Nullable String severity, String text) {
        return FINDER.find(LogEvent.of(AT, severity, "orders", text), SOURCE, AT);
    }

    private static final RawLinePrefilter SIEVE = new RawLinePrefilter(Catalog.builtIn());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WARN  | MongoDB does odd things",
                "ERROR | driver at db:27017 does odd things",
                "INFO  | com.mongodb.MongoOddException: odd",
                "ERROR | Server selection timeout: odd members",
                "ERROR | Moped gave up on an odd node",
                "ERROR | the reply says codeName: 'OddThing'",
            })
    void what_is_loud_or_an_exception_and_bears_the_sign_smells(String severity, String text) {
        assertThat(find(severity, text)).isPresent();
        assertThat(SIEVE.isWorthReading((severity + " " + text).getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INFO  | MongoDB connected",
                "ERROR | Redis does odd things",
                "ERROR | MongoServerError: E11000 duplicate key error collection: shop.users",
                "WARN  | Mongoose: the option is deprecated",
            })
    void ordinary_life_and_other_systems_do_not(String severity, String text) {
        assertThat(find(severity, text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\tat com.mongodb.internal.connection.OddException.of(OddException.java:12) ~[mongodb-driver-core-4.1.jar:na]",
                "at com.mongodb.internal.connection.Odd$$Lambda$12/0x0000.run(Unknown Source)",
                "    at MongoOddError.of (/app/node_modules/mongodb/lib/odd.js:12:3)",
                "    at async Collection.find (/app/node_modules/mongodb/lib/collection.js:12:3)",
                "    at connect (/app/node_modules/mongodb/lib/odd.js:12:3)",
                "    at /app/node_modules/mongodb/lib/error.js:12:3",
                "    at Object.<anonymous> (C:\\app\\node_modules\\mongoose\\index.js:1:1)",
                "   at MongoDB.Driver.Core.Clusters.Cluster.OddException[T](IAsyncCursor`1 x) in /src/Cluster.cs:line 12",
                "\t... 12 more com.mongodb",
                "2026-11-22T10:00:00.123Z ERROR     at com.mongodb.Odd.of(Odd.java:12)",
                "Caused by: com.mongodb.MongoOddException",
                "[cause]: MongoOddError {",
                "  File \"/usr/lib/python3/site-packages/pymongo/errors.py\", line 12, in odd",
                "    raise MongoOddError(",
                "Traceback (most recent call last):\n  File \"/x/pymongo/topology.py\", line 12, in odd",
                "\tfrom /gems/mongo-2.18/lib/mongo/error.rb:12:in `block in odd'",
                "/gems/mongo-2.18/lib/mongo/error.rb:12:in 'odd'",
                "#3 /app/vendor/mongodb/mongodb/src/Client.php(12): MongoDB\\Driver\\Manager->odd()",
                "#0      MongoError.of (package:mongo_dart/src/error.dart:12:3)",
                "go.mongodb.org/mongo-driver/mongo.(*Client).Connect(0xc000123, {0x1, 0x2})",
                "\t/go/pkg/mod/go.mongodb.org/mongo-driver@v1.11/mongo/errors.go:12 +0x1f",
                "created by go.mongodb.org/mongo-driver/x/topology.(*Server).Connect in goroutine 1",
                "  12: mongodb::error::Error::odd::{{closure}}",
                "             at /root/.cargo/registry/src/mongodb-2.8.0/src/error.rs:12:3",
                "    (mongodb_driver 1.0.0) lib/mongo/error.ex:12: Mongo.Error.odd/2",
                "  reason: TopologyDescription {",
                "  reason: MongoOddError {",
                "    servers: Map(1) { 'mongo:27017' => [ServerDescription] },",
                "      'mongo:27017' => ServerDescription {",
                "  code: 'MongoOddError',",
                "  [Symbol(errorLabels)]: Set(1) { 'MongoOddError' }",
                "    \"name\": \"MongoOddError\",",
                "    \"address\": \"mongo:27017\"",
                "  type: 'ReplicaSetNoPrimary',\n  servers: Map(1) { 'mongo:27017' => [ServerDescription] },\n  }"
            })
    void stack_frames_and_pieces_of_dumps_are_no_gaps(String text) {
        assertThat(find("ERROR", text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MongoOddError: odd thing\n    at MongoOddError.of (/app/node_modules/mongodb/lib/odd.js:12:3)",
                "Caused by: com.mongodb.MongoOddException: odd thing",
                "[cause]: MongoOddError: odd thing",
                "    \"stack\": \"MongoOddError: odd thing\",",
                "  error: MongoOddError: odd thing",
                "/gems/mongo/error.rb:12:in `odd': odd thing (Mongo::Error::Odd)",
                "panic: mongo: odd thing\n\ngoroutine 1 [running]:\nmain.main()",
                "at startup MongoDB gave an odd error",
                "MongoDB: { odd: thing }",
                "mongo: 'odd thing'",
                "Traceback (most recent call last):\n  File \"/x/pymongo/a.py\", line 12, in odd\npymongo.errors.OddError: odd",
                "#12 connection to MongoDB is odd",
                "connection to mongo was created by somebody odd"
            })
    void an_unknown_error_of_mongodb_stays_a_gap(String text) {
        assertThat(find("ERROR", text)).isPresent();
    }

    @Test
    void no_secret_gets_into_text_or_template() {
        Unclassified found = find("ERROR", "odd: mongodb://app:s3cr3t@h.example.com/db password=hunter2 fails")
                .orElseThrow();

        assertThat(found.text() + found.template()).doesNotContain("s3cr3t").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MongoFluxError: odd options {\"user\":\"app\",\"password\":\"abc\\\"s3cr3t\"}",
                "MongoFluxError: odd {\\\"password\\\": \\\"abc\\\\\\\"s3cr3t\\\"}",
                "MongoFluxError: \\\"x\\\" password='ab\\'s3cr3t'",
                "MongoFluxError: \\\"x\\\" password: \"pw\\u0022s3cr3t\"",
                "MongoFluxError: pass\u001b[31mword=s3cr3t",
                "MongoFluxError: pass\u200bword=s3cr3t",
                "MongoFluxError: pass\u0001word=s3cr3t",
                "MongoFluxError: args=['mongosh', '--password', 's3cr3t']",
                "MongoFluxError: db.auth(\\\"app\\\", \\\"s3cr3t\\\")",
                "MongoFluxError: [{\\\"name\\\":\\\"MONGO_PASSWORD\\\",\\\"value\\\":\\\"s3cr3t\\\"}]",
                "MongoFluxError: mongodb\u001b[0m://app:s3cr3t@h.example.com/db",
                "MongoFluxError: cannot reach x/s3cr3t@cluster0.ab1cd.mongodb.net",
                "MongoFluxError: host 's3cr3t.example.com:27017' unusable"
            })
    void no_escape_no_colour_and_no_host_keeps_a_secret(String text) {
        Unclassified found = find("ERROR", text).orElseThrow();

        assertThat(found.text() + found.template()).doesNotContain("s3cr3t");
        Gap gap = Gap.of(found);
        assertThat(Proposal.of(gap, Set.of()).map(Proposal::yaml).orElse("")).doesNotContain("s3cr3t");
    }

    @Test
    void where_no_samples_are_kept_nothing_is_found() {
        assertThat(finder(false).find(LogEvent.of(AT, "ERROR", "orders", "Mongo: odd"), SOURCE, AT))
                .isEmpty();
    }

    @Test
    void gaps_are_put_together_by_template_the_most_frequent_first() {
        Unclassified rare = find("ERROR", "Mongo is odd").orElseThrow();
        Unclassified often = find("ERROR", "Mongo is slow: 12 ms").orElseThrow();
        Unclassified again = find("ERROR", "Mongo is slow: 99 ms").orElseThrow().plus(4, AT.plusSeconds(9));

        GapCollector together = new GapCollector();
        List.of(rare, often, again).forEach(together::add);
        List<Gap> gaps = together.all();

        assertThat(gaps).extracting(Gap::count).containsExactly(6L, 1L);
        assertThat(gaps.get(0).last()).isEqualTo(AT.plusSeconds(9));
        assertThat(gaps.get(0).example()).isEqualTo("Mongo is slow: 99 ms");
    }
}
