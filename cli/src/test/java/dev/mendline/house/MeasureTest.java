package dev.mendline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureTest {
    private static final String MODEL = "model/src/main/java/dev/mendline/model/";

    @TempDir
    private Path root;

    @Test
    void sources_within_the_limits_break_none() throws IOException {
        write("Small.java", "package dev.mendline.model; public record Small(int a) { int twice() { return 2 * a; } }");

        assertThat(Limits.broken(SourceTree.read(root))).isEmpty();
    }

    @Test
    void a_package_of_more_types_than_the_limit_is_named() throws IOException {
        for (int i = 0; i <= Limits.PACKAGE_TYPES; i++) {
            write("T" + i + ".java", "package dev.mendline.model; class T" + i + " {}");
        }

        assertThat(Limits.broken(SourceTree.read(root)))
                .containsExactly("model/src/main/java/dev/mendline/model:1: package dev.mendline.model has 26 types;"
                        + " the limit is 25");
    }

    @Test
    void types_that_all_need_each_other_are_named() throws IOException {
        ring(Limits.CYCLE_TYPES + 1);

        assertThat(Limits.broken(SourceTree.read(root)))
                .containsExactly(MODEL + "T0.java:1: cycle in dev.mendline.model (T0, T1, T2, T3, T4, T5, T6, T7, T8)"
                        + " has 9 types; the limit is 8");
    }

    @Test
    void a_name_that_is_imported_or_nested_does_not_close_a_cycle() throws IOException {
        ring(Limits.CYCLE_TYPES + 1);
        write("T3.java", "package dev.mendline.model; import dev.mendline.other.T4; class T3 { T4 next; }");
        assertThat(Limits.broken(SourceTree.read(root))).isEmpty();

        write("T3.java", "package dev.mendline.model; class T3 { T4 next; class T4 {} }");
        assertThat(Limits.broken(SourceTree.read(root))).isEmpty();
    }

    @Test
    void a_long_record_is_named_with_the_places_that_build_it() throws IOException {
        write("Long.java", record("Long", 11));
        write(
                "Maker.java",
                "package dev.mendline.model;\nclass Maker {\n Object o = new Long(1,2,3,4,5,6,7,8,9,10,11);\n}");

        assertThat(Limits.broken(SourceTree.read(root)))
                .containsExactly(MODEL + "Long.java:1: record Long, built by position at " + MODEL
                        + "Maker.java:3, has 11 components; the limit is 10");
    }

    @Test
    void a_long_record_that_a_schema_defines_may_be_built() throws IOException {
        a_long_record_is_named_with_the_places_that_build_it();
        Path schemas = Files.createDirectories(root.resolve("model/src/main/resources/dev/mendline/model/schema"));
        Files.writeString(schemas.resolve("a.schema.json"), "{\"$defs\": {\"Long\": {}}}");

        assertThat(Limits.broken(SourceTree.read(root))).isEmpty();
    }

    @Test
    void a_long_record_that_nothing_builds_by_position_is_no_fault() throws IOException {
        write("Long.java", record("Long", 11));

        assertThat(Limits.broken(SourceTree.read(root))).isEmpty();
    }

    @Test
    void long_types_and_methods_are_named() throws IOException {
        String lines = "int a;\n".repeat(Limits.METHOD_LINES);
        write(
                "Big.java",
                "package dev.mendline.model;\nclass Big {\nvoid run() {\n" + lines + "}\n" + "\n".repeat(250) + "}");

        assertThat(Limits.broken(SourceTree.read(root)))
                .containsExactly(
                        MODEL + "Big.java:2: type Big has 294 lines; the limit is 250",
                        MODEL + "Big.java:3: method run has 42 lines; the limit is 40");
    }

    @Test
    void questions_in_javadoc_and_static_state_are_noted() throws IOException {
        write(
                "A.java",
                "package dev.mendline.model;\n/** What it is. */\nclass A {\n"
                        + "/** Table. */\nstatic final Map<String, String> M = new HashMap<>();\n"
                        + "static int n;\nstatic final int N = 1;\n/** Whether. */\nboolean b() { return true; }\n}");

        assertThat(SourceTree.read(root).of("model").get(0).notes())
                .extracting(note -> note.line() + " " + note.text())
                .containsExactlyInAnyOrder(
                        "3 Javadoc begins with What",
                        "5 static mutable state: M",
                        "6 static mutable state: n",
                        "9 Javadoc begins with Whether.");
    }

    private void ring(int types) throws IOException {
        for (int i = 0; i < types; i++) {
            int next = (i + 1) % types;
            write("T" + i + ".java", "package dev.mendline.model; class T" + i + " { T" + next + " next; }");
        }
    }

    private static String record(String name, int components) {
        return IntStream.range(0, components)
                .mapToObj(i -> "int c" + i)
                .collect(Collectors.joining(", ", "package dev.mendline.model; record " + name + "(", ") {}"));
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(MODEL + name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
