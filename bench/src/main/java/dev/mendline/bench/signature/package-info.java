/**
 * Sets of signatures: a fixed set of 46 in the style of a young catalog, which keeps ratios comparable while the
 * shipped catalog grows, and larger sets with generated signatures, which show the cost of more signatures.
 */
@NullMarked
package dev.mendline.bench.signature;

import org.jspecify.annotations.NullMarked;
