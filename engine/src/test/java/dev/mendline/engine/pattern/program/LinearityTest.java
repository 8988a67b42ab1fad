package dev.mendline.engine.pattern.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.Text;
import dev.mendline.engine.pattern.syntax.Parser;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cost of a pattern: steps in proportion to the program times the line, and no memory. */
class LinearityTest {
    private static final int LENGTH = 6_000;

    /** A character of a loop is looked at on the way to the end of it and on the way back. */
    private static final int BOTH_WAYS = 2;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a*)*b",
                "(?:a|aa)+$b",
                "(?:a?){20}a{20}b",
                "a*a*a*a*a*b",
                "[a-z][a-z.]*:",
                "(?:[a-z]+[0-9]?)+:",
                "[^\\n]*[a-z]*:",
                "[^\\n]*?[a-z]*?:",
                ".{0,60}.{0,60}.{0,60}b",
                "(?:.{0,60}a){0,3}b",
                "(?:a{0,60}?){3}b",
                "(?:.*?.*?)*b",
                "(?P<x>a+)+(?P<y>a|a)*b",
                "(?:a|a|a|a|a|a)*aaaaaaaab",
                "a.*\\b[^a]"
            })
    void no_expression_takes_more_steps_than_itself_times_the_line(String expression) {
        Parser.Parsed parsed = Objects.requireNonNull(Parser.parse(expression, false));
        Program program = Objects.requireNonNull(
                Compiler.compile(parsed.tree(), parsed.names().size()));
        Text text = Text.of("a".repeat(LENGTH));
        Backtracker backtracker = new Backtracker();
        assertThat(backtracker.find(program, text.bytes(), 0, LENGTH, 0)).isEqualTo(-1);
        assertThat(backtracker.steps())
                .isLessThanOrEqualTo(BOTH_WAYS * parsed.tree().weight() * (LENGTH + 1L))
                .isGreaterThan(0);
    }

    @Test
    void to_try_a_place_allocates_nothing() {
        LinePattern pattern = LinePattern.compile(
                "connection (?:<monitor>|[0-9]+) to (?P<host>[a-z.]+?)(?:\\.:|:)[0-9]{1,5} (?:.*x|closed)", false);
        Text text = Text.of("MongoError: connection 12 to a.example.com:27017 closed");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < 100; i++) {
                assertEnd(pattern.endAt(text, 0, text.to(), 12), text.to());
                assertEnd(pattern.endAt(text, 0, text.to(), 13), -1);
            }
            least = Math.min(
                    least,
                    threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
        }
        assertThat(least).isLessThan(200);
    }

    private static void assertEnd(int end, int expected) {
        if (end != expected) {
            throw new AssertionError("ends at " + end + ", not " + expected);
        }
    }
}
