package dev.mendline.bench.corpus;

import java.util.function.Supplier;

/** Generator of the lines of a corpus. Not thread-safe. */
final class LineGenerator {
    private static final double ACCESS = 0.17;
    private static final double FRAME = 0.08;
    private static final double NEAR_MISS = 0.02;
    private static final double JSON = 0.45;
    private static final double PLAIN = 0.40;

    private final double errors;
    private final SeededRandom random;
    private final Grammar grammar;

    LineGenerator(Mix mix) {
        errors = mix.errors();
        random = new SeededRandom(mix.seed());
        grammar = new Grammar(random);
    }

    /** Returns the next line without its end. */
    String next() {
        if (random.isTrue(errors)) {
            return wrapped("error", "error-level");
        }
        double kind = random.below(1 << 20) * 0x1.0p-20;
        if (kind < ACCESS) {
            return oneOf("access").get();
        }
        if (kind < ACCESS + FRAME) {
            return oneOf("frame").get();
        }
        return kind < ACCESS + FRAME + NEAR_MISS
                ? wrapped("near-miss", "error-level")
                : wrapped("ordinary", "ordinary-level");
    }

    private Supplier<String> oneOf(String section) {
        return random.of(grammar.section(section));
    }

    private String wrapped(String section, String level) {
        return grammar.wrapped(oneOf(section), only(level), only(wrapper()));
    }

    private Supplier<String> only(String section) {
        return grammar.section(section).get(0);
    }

    private String wrapper() {
        if (random.isTrue(JSON)) {
            return "json";
        }
        return random.isTrue(PLAIN / (1 - JSON)) ? "plain" : "logfmt";
    }
}
