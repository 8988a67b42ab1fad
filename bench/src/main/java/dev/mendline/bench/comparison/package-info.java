/**
 * Comparison of methods, measured in turn, round after round, within one run. Other load on the machine affects all of
 * them, and the results are ratios per round.
 */
@NullMarked
package dev.mendline.bench.comparison;

import org.jspecify.annotations.NullMarked;
