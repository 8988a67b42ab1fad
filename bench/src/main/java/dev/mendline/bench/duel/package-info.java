/**
 * Methods in turn, round after round, within one run: what the machine does besides hits all of them, and what is told is
 * the ratio of each round.
 */
@NullMarked
package dev.mendline.bench.duel;

import org.jspecify.annotations.NullMarked;
