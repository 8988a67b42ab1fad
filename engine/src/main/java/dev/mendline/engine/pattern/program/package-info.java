/**
 * Programs compiled from syntax trees, and the backtracker that runs them on bytes.
 *
 * <p>A program is a graph of instructions. The backtracker walks it depth first and remembers each pair of instruction and
 * position that it has visited. No pair is visited twice, so the time is at most proportional to the program times the
 * text. RE2's BitState matcher and Go's regexp package work the same way on short texts.
 */
@NullMarked
package dev.mendline.engine.pattern.program;

import org.jspecify.annotations.NullMarked;
