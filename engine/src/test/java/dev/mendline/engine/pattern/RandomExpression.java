package dev.mendline.engine.pattern;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random expressions with all supported syntax, over few characters, so that they match often. */
final class RandomExpression {
    private static final List<String> CHARACTERS = List.of(
            "a",
            "b",
            "k",
            "s",
            "A",
            "S",
            "_",
            "-",
            "1",
            "a",
            "b",
            "ab",
            "ba",
            "aab",
            "Kb",
            "\\.",
            "\\x61",
            "\\x{62}",
            "\\n",
            "\\Qa.\\E",
            "\\Q|\\E");
    private static final List<String> SETS = List.of(
            ".",
            "\\d",
            "\\w",
            "\\s",
            "\\D",
            "\\W",
            "\\S",
            "[ab]",
            "[^a]",
            "[a-k]",
            "[\\w.]",
            "[^\\n]",
            "[^\\s]",
            "[kS-]",
            "[]a]",
            "[^]a]",
            "[A-S]",
            "[\\Da]",
            "[\\x61-b1]",
            "[^ab\\W]");
    private static final List<String> PLACES = List.of("^", "$", "\\b", "\\B", "\\A", "\\z");
    private static final List<String> OFTEN = List.of(
            "*", "+", "?", "*?", "+?", "??", "{2}", "{0,2}", "{1,3}", "{1,3}?", "{2,}", "{0,}?", "{1}", "{3,5}?");
    private static final List<String> FLAGS = List.of("(?i)", "(?s)", "(?-i)", "(?is)", "(?-s)");

    private final Random random;
    private int names;

    RandomExpression(Random random) {
        this.random = random;
    }

    String next() {
        names = 0;
        return (random.nextInt(8) == 0 ? one(FLAGS) : "") + choice(2);
    }

    private String choice(int depth) {
        int branches = random.nextInt(3) == 0 ? 2 + random.nextInt(3) : 1;
        return IntStream.range(0, branches).mapToObj(i -> sequence(depth)).collect(Collectors.joining("|"));
    }

    private String sequence(int depth) {
        int parts = random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(4);
        return IntStream.range(0, parts).mapToObj(i -> part(depth)).collect(Collectors.joining());
    }

    private String part(int depth) {
        String part = item(depth);
        return random.nextInt(100) == 0 ? part + "{0}" : random.nextInt(5) < 2 ? part + one(OFTEN) : part;
    }

    private String item(int depth) {
        int kind = random.nextInt(depth > 0 ? 16 : 10);
        if (kind < 5) {
            return one(CHARACTERS);
        } else if (kind < 9) {
            return one(SETS);
        } else if (kind == 9) {
            return one(PLACES);
        } else if (kind < 12) {
            return "(?P<g" + names++ + ">" + choice(depth - 1) + ")";
        } else if (kind == 12) {
            return "(" + choice(depth - 1) + ")";
        }
        // RE2/J takes the case of a common first letter of two branches from one of them. An empty group prevents that.
        return (kind == 13 ? "(?" + (random.nextBoolean() ? "i" : "-i") + ":(?:)" : "(?:") + choice(depth - 1) + ")";
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
