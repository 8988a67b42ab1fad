package dev.mendline.engine.pattern.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parser of expressions that RE2/J has accepted. It fails on syntax that it does not know. */
public final class Parser {
    private static final int MAX_DEPTH = 200;

    private final Cursor cursor;
    private final List<String> names = new ArrayList<>();
    private boolean ignoresCase;
    private boolean isDotAll;
    private int depth;

    private Parser(String expression, boolean ignoresCase) {
        this.cursor = new Cursor(expression);
        this.ignoresCase = ignoresCase;
    }

    /** Parses an expression; returns null if it contains unknown syntax. */
    public static @Nullable Parsed parse(String expression, boolean ignoresCase) {
        Parser parser = new Parser(expression, ignoresCase);
        Node tree = parser.alternation();
        return parser.cursor.hasFailed() ? null : new Parsed(tree, List.copyOf(parser.names));
    }

    /**
     * Result of parsing.
     *
     * @param names of the capture groups, in their order
     */
    public record Parsed(Node tree, List<String> names) {}

    private Node alternation() {
        List<Node> branches = new ArrayList<>();
        do {
            branches.add(concatenation());
        } while (cursor.skip("|"));
        return Node.alternation(branches);
    }

    private Node concatenation() {
        List<Node> parts = new ArrayList<>();
        while (cursor.hasMore() && !cursor.isAt("|") && !cursor.isAt(")")) {
            Quantifier quantifier = Quantifier.read(cursor);
            if (quantifier == null) {
                item(parts);
            } else if (parts.isEmpty() || (quantifier.max() == 0 && !names.isEmpty())) {
                // RE2/J treats a group that is repeated zero times in its own way.
                cursor.fail();
            } else {
                int last = parts.size() - 1;
                parts.set(last, quantifier.applyTo(parts.get(last)));
            }
        }
        return Node.concatenation(parts);
    }

    private void item(List<Node> parts) {
        if (cursor.isAt("(")) {
            group(parts);
        } else if (cursor.skip("\\Q")) {
            cursor.quoted().chars().forEach(c -> parts.add(character(c)));
        } else if (cursor.skip("^") || cursor.skip("\\A")) {
            parts.add(new Node.ZeroWidth(Assertion.TEXT_START));
        } else if (cursor.skip("$") || cursor.skip("\\z")) {
            parts.add(new Node.ZeroWidth(Assertion.TEXT_END));
        } else if (cursor.skip("\\b")) {
            parts.add(new Node.ZeroWidth(Assertion.WORD_BOUNDARY));
        } else if (cursor.skip("\\B")) {
            parts.add(new Node.ZeroWidth(Assertion.NO_WORD_BOUNDARY));
        } else if (cursor.skip(".")) {
            parts.add(new Node.CharacterClass(
                    isDotAll ? ByteSet.ALL : ByteSet.of('\n').negated()));
        } else if (cursor.skip("[")) {
            parts.add(new Node.CharacterClass(CharacterParser.read(cursor, ignoresCase)));
        } else {
            ByteSet perl = CharacterParser.perl(cursor);
            parts.add(perl != null ? new Node.CharacterClass(perl) : character(CharacterParser.character(cursor)));
        }
    }

    private Node character(int c) {
        if (c > 127) {
            cursor.fail();
        }
        ByteSet set = ByteSet.of(Math.min(c, 127));
        return new Node.CharacterClass(ignoresCase ? set.folded() : set);
    }

    private void group(List<Node> parts) {
        boolean ignoredCase = ignoresCase;
        boolean wasDotAll = isDotAll;
        int number = -1;
        if (cursor.skip("(?P<") || cursor.skip("(?<")) {
            number = names.size();
            names.add(cursor.until('>'));
        } else if (cursor.skip("(?")) {
            if (!flags()) {
                return;
            }
        } else {
            cursor.skip("(");
        }
        if (++depth > MAX_DEPTH) {
            cursor.fail();
        }
        Node body = alternation();
        depth--;
        cursor.skip(")");
        ignoresCase = ignoredCase;
        isDotAll = wasDotAll;
        parts.add(number >= 0 ? new Node.Capture(number, body) : body);
    }

    /** Reads flags. Returns true if a group follows; otherwise the flags apply to the rest of the enclosing group. */
    private boolean flags() {
        boolean isOn = true;
        while (!cursor.hasFailed()) {
            if (cursor.skip("i")) {
                ignoresCase = isOn;
            } else if (cursor.skip("s")) {
                isDotAll = isOn;
            } else if (cursor.skip("-")) {
                isOn = false;
            } else if (cursor.skip(":")) {
                return true;
            } else if (cursor.skip(")")) {
                return false;
            } else {
                cursor.fail();
            }
        }
        return false;
    }

    /** Quantifier of the part before it. */
    private record Quantifier(int min, int max, boolean isGreedy) {
        /** Counted repetition. RE2 reads a brace with any other content as a character. */
        private static final Pattern COUNTED = Pattern.compile("\\{(0|[1-9][0-9]{0,3})(?:(,)(0|[1-9][0-9]{0,3})?)?\\}");

        static @Nullable Quantifier read(Cursor cursor) {
            if (cursor.skip("*")) {
                return new Quantifier(0, Node.UNBOUNDED, !cursor.skip("?"));
            }
            if (cursor.skip("+")) {
                return new Quantifier(1, Node.UNBOUNDED, !cursor.skip("?"));
            }
            if (cursor.skip("?")) {
                return new Quantifier(0, 1, !cursor.skip("?"));
            }
            return cursor.isAt("{") ? counted(cursor) : null;
        }

        private static @Nullable Quantifier counted(Cursor cursor) {
            Matcher counted = COUNTED.matcher(cursor.rest());
            if (!counted.lookingAt()) {
                return null;
            }
            cursor.skip(counted.group());
            int min = Integer.parseInt(counted.group(1));
            int max = counted.group(3) != null
                    ? Integer.parseInt(counted.group(3))
                    : counted.group(2) != null ? Node.UNBOUNDED : min;
            return new Quantifier(min, max, !cursor.skip("?"));
        }

        Node applyTo(Node body) {
            return Node.repetition(body, min, max, isGreedy);
        }
    }
}
