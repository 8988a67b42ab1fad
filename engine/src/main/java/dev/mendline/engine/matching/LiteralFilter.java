package dev.mendline.engine.matching;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** stub. */
public final class LiteralFilter {
    private final List<Literal> literals;

    private LiteralFilter(List<Literal> literals) {
        this.literals = literals;
    }

    /** stub. */
    public static LiteralFilter of(List<Literal> literals) {
        return new LiteralFilter(literals);
    }

    /** stub. */
    public boolean isAnyIn(byte[] text, int from, int to) {
        boolean[] any = new boolean[1];
        scan(text, from, to, (literal, position) -> {
            any[0] = true;
            return false;
        });
        return any[0];
    }

    /** stub. */
    public void scan(byte[] text, int from, int to, Sink sink) {
        String whole = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
        String folded = whole.toLowerCase(Locale.ROOT);
        for (int i = 0; i < literals.size(); i++) {
            Literal each = literals.get(i);
            String in = each.ignoreCase() ? folded : whole;
            String sought = each.ignoreCase() ? each.text().toLowerCase(Locale.ROOT) : each.text();
            for (int at = in.indexOf(sought); at >= 0; at = in.indexOf(sought, at + 1)) {
                if (!sink.found(i, from + at)) {
                    return;
                }
            }
        }
    }

    /** stub. */
    public interface Sink {
        boolean found(int literal, int position);
    }
}
