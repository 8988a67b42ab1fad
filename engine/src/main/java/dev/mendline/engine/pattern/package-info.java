/**
 * Patterns that are tried on one line: what RE2 means by an expression, run without a regex engine.
 *
 * <p>RE2/J reads every expression first, so that its syntax and its messages are RE2's. What it accepts is read again
 * into a tree, and the tree becomes a small graph of instructions over bytes. A {@code Run} walks it depth first and
 * remembers in which instruction at which place it has been, so that no state is tried twice and the work stays in
 * proportion to the expression times the line, as RE2 promises. What the graph does not know (Unicode classes, flags
 * that nobody uses here, texts with surrogates) RE2/J does itself; the answer is the same.
 */
@NullMarked
package dev.mendline.engine.pattern;

import org.jspecify.annotations.NullMarked;
