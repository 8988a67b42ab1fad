package dev.mendline.bench.corpus;

import java.util.List;

/** Generator of the lines of a corpus. Not thread-safe. */
final class Recipe {
    private static final double ACCESS = 0.17;
    private static final double FRAME = 0.08;
    private static final double NEAR_MISS = 0.02;
    private static final double JSON = 0.45;
    private static final double PLAIN = 0.40;

    private final double errors;
    private final Dice dice;
    private final Draft draft;
    private final List<Form> access;
    private final List<Form> frame;
    private final List<Form> nearMiss;
    private final List<Form> ordinary;
    private final List<Form> error;
    private final Form ordinaryLevel;
    private final Form errorLevel;
    private final Form json;
    private final Form plain;
    private final Form logfmt;

    Recipe(Mix mix) {
        errors = mix.errors();
        dice = new Dice(mix.seed());
        draft = new Draft(dice);
        Grammar grammar = Grammar.read(dice);
        access = grammar.section("access");
        frame = grammar.section("frame");
        nearMiss = grammar.section("near-miss");
        ordinary = grammar.section("ordinary");
        error = grammar.section("error");
        ordinaryLevel = grammar.section("ordinary-level").get(0);
        errorLevel = grammar.section("error-level").get(0);
        json = grammar.section("json").get(0);
        plain = grammar.section("plain").get(0);
        logfmt = grammar.section("logfmt").get(0);
    }

    /** Returns the next line without its end, valid until the next call. */
    StringBuilder next() {
        draft.clear();
        if (dice.falls(errors)) {
            draft.wrap(dice.of(error), errorLevel, wrapper());
            return draft.line();
        }
        double kind = dice.below(1 << 20) * 0x1.0p-20;
        if (kind < ACCESS) {
            dice.of(access).write(draft);
        } else if (kind < ACCESS + FRAME) {
            dice.of(frame).write(draft);
        } else if (kind < ACCESS + FRAME + NEAR_MISS) {
            draft.wrap(dice.of(nearMiss), errorLevel, wrapper());
        } else {
            draft.wrap(dice.of(ordinary), ordinaryLevel, wrapper());
        }
        return draft.line();
    }

    private Form wrapper() {
        if (dice.falls(JSON)) {
            return json;
        }
        return dice.falls(PLAIN / (1 - JSON)) ? plain : logfmt;
    }
}
