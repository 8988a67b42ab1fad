package dev.mendline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.model.Json;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Resource;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every row of the dialect table. */
class DialectContractTest {
    private static final Instant RECORD_TIME = Instant.parse("2026-11-22T00:00:00Z");

    static List<Samples.Sample> samples() {
        return Samples.all();
    }

    @Test
    void every_row_of_the_table_has_a_sample() {
        assertThat(samples())
                .extracting(Samples.Sample::dialect)
                .containsAll(Dialects.ALL.stream().map(Dialect::name).toList());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_record_is_read_by_the_row_that_is_named_after_it(Samples.Sample sample) {
        Dialect dialect = Dialects.of(Json.read(sample.line(), ObjectNode.class));

        assertThat(dialect.name()).isEqualTo(sample.dialect());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void text_time_level_and_service_are_found(Samples.Sample sample) {
        ReadResult reading = LogFormats.read(sample.line().getBytes(UTF_8), RECORD_TIME, Resource.UNKNOWN);

        Instant time = sample.time() == null ? RECORD_TIME : Instant.parse(sample.time());
        assertThat(reading.events())
                .containsExactly(
                        new LogEvent(time, sample.severity(), sample.resource(), sample.trace(), sample.text()));
        assertThat(reading.problem()).isNull();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_container_s_prefix_or_json_string_around_it_changes_nothing_but_what_was_missing(Samples.Sample sample) {
        LogEvent bare = only(sample.line());

        LogEvent prefixed = only("2023-01-01T00:00:00.000000001Z stderr F " + sample.line());
        LogEvent quoted = only(Json.text(sample.line() + "\n"));
        LogEvent docker = only("{\"log\":" + Json.text(sample.line() + "\n") + ",\"stream\":\"stdout\"}");

        assertThat(List.of(prefixed, quoted, docker)).extracting(LogEvent::text).containsOnly(bare.text());
        assertThat(quoted).isEqualTo(bare);
        assertThat(docker).isEqualTo(bare);
        assertThat(prefixed.time())
                .isEqualTo(sample.time() == null ? Instant.parse("2023-01-01T00:00:00.000000001Z") : bare.time());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void cut_anywhere_it_is_still_one_text_without_damage(Samples.Sample sample) {
        for (int end = 1; end < sample.line().length(); end++) {
            byte[] cut = sample.line().substring(0, end).getBytes(UTF_8);

            ReadResult reading = LogFormats.read(cut, RECORD_TIME, Resource.UNKNOWN);

            assertThat(reading.events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.text()).isEqualTo(new String(cut, UTF_8)));
            assertThat(reading.problem()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void never_throws_whatever_happened_to_its_bytes(Samples.Sample sample) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = sample.line().getBytes(UTF_8);
            for (int hits = random.nextInt(8); hits >= 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] shuffled = Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length);

            assertThat(LogFormats.read(bytes, RECORD_TIME, Resource.ofService("shop"))
                            .events())
                    .as("seed %d", seed)
                    .allSatisfy(event -> assertThat(Json.bytes(event)).isNotEmpty());
            assertThat(LogFormats.read(shuffled, RECORD_TIME, Resource.ofService("shop"))
                            .events())
                    .as("seed %d", seed)
                    .hasSizeLessThan(2);
        }
    }

    private static LogEvent only(String line) {
        return LogFormats.read(line.getBytes(UTF_8), RECORD_TIME, Resource.UNKNOWN)
                .events()
                .get(0);
    }
}
