package dev.mendline.engine.pattern.program;

import dev.mendline.engine.pattern.syntax.Assertion;
import dev.mendline.engine.pattern.syntax.ByteSet;

/**
 * First set of an instruction: an upper bound of what can follow where it starts.
 *
 * @param bytes the possible next characters
 * @param canMatchAtEnd true if it can match at the end of the text
 * @param canAccept true if a match can be complete without another character
 * @param hasAssertion true if the result also depends on the preceding character
 */
record FirstSet(ByteSet bytes, boolean canMatchAtEnd, boolean canAccept, boolean hasAssertion) {
    static final FirstSet NONE = new FirstSet(ByteSet.NONE, false, false, false);
    static final FirstSet ACCEPT = new FirstSet(ByteSet.NONE, true, true, false);

    static FirstSet of(ByteSet bytes) {
        return new FirstSet(bytes, false, false, false);
    }

    FirstSet or(FirstSet other) {
        return new FirstSet(
                bytes.plus(other.bytes),
                canMatchAtEnd || other.canMatchAtEnd,
                canAccept || other.canAccept,
                hasAssertion || other.hasAssertion);
    }

    /** Returns the first set of an assertion that is followed by this. */
    FirstSet after(Assertion assertion) {
        return assertion == Assertion.TEXT_END
                ? new FirstSet(ByteSet.NONE, canMatchAtEnd, false, false)
                : new FirstSet(bytes, canMatchAtEnd, canAccept, true);
    }
}
