package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mendline.cli.process.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogGapsTest {
    @TempDir
    private Path folder;

    private Path log;

    @BeforeEach
    void writeLog() throws IOException {
        log = folder.resolve("app.log");
        Files.writeString(log, """
                2026-11-22 10:00:00 INFO  o.m.driver.cluster - Monitor thread successfully connected
                2026-11-22 10:00:01 ERROR MongoFluxError: capacitor of a.ab1cd.mongodb.net:27017 is empty after 30 ms
                2026-11-22 10:00:02 ERROR MongoFluxError: capacitor of b.ab1cd.mongodb.net:27017 is empty after 99 ms
                2026-11-22 10:00:03 WARN  MongoMoonWarning: the moon is full, password=hunter2
                2026-11-22 10:00:04 ERROR MongoServerError: E11000 duplicate key error collection: shop.users
                2026-11-22 10:00:05 ERROR querySrv ECONNREFUSED _mongodb._tcp.c.ab1cd.mongodb.net
                """);
    }

    @Test
    void gaps_are_told_most_frequent_first_as_files_to_complete() {
        Run run = Run.of("catalog", "gaps", log.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.GOOD);
        assertThat(run.out())
                .containsSubsequence("# 2 events of", "capacitor", "# 1 events of", "MongoMoonWarning")
                .doesNotContain("hunter2", "E11000", "querySrv", "Monitor thread");
    }

    @Test
    void a_file_that_was_written_closes_the_gap_and_is_not_written_over() throws IOException {
        Path own = folder.resolve("own");

        assertThat(Run.of("catalog", "gaps", log.toString(), "--limit", "1", "--write", own.toString())
                        .out())
                .contains("(2 events)");
        assertThat(Run.of("catalog", "gaps", log.toString(), "--limit", "1", "--write", own.toString())
                        .out())
                .contains("already exists");

        Run again = Run.of("catalog", "gaps", log.toString(), "--catalog", own.toString(), "-o", "json");
        JsonNode left = again.json();
        assertThat(left).singleElement().satisfies(gap -> {
            assertThat(gap.path("template").asText()).contains("MongoMoonWarning");
            assertThat(gap.path("count").asInt()).isEqualTo(1);
            assertThat(gap.path("proposal").path("id").asText()).startsWith("gap-");
        });
    }

    @Test
    void without_gaps_it_says_so() throws IOException {
        Files.writeString(log, "all is well\n");

        assertThat(Run.of("catalog", "gaps", log.toString()).out()).contains("No gaps");
        assertThat(Run.of("catalog", "gaps", log.toString(), "-o", "json").out())
                .isEqualTo("[]\n");
    }

    @Test
    void where_no_texts_are_kept_it_says_so_instead_of_no_gaps() throws IOException {
        Path config = folder.resolve("mendline.yaml");
        Files.writeString(config, "redact: {samples: none}\n");

        Run run = Run.of("catalog", "gaps", log.toString(), "--config", config.toString());

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("samples: none");
    }

    @Test
    void wrong_input_is_told() {
        assertThat(Run.of("catalog", "gaps", "nowhere.log").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("catalog", "gaps", log.toString(), "--limit", "0").err())
                .contains("at least 1");
    }
}
