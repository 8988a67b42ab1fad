/**
 * What is looked for: 46 signatures in the style of a young catalog, fixed so that ratios stay comparable while the
 * catalog that ships grows, and larger sets of them with invented ones, which show what it costs to have signatures.
 */
@NullMarked
package dev.mendline.bench.signature;

import org.jspecify.annotations.NullMarked;
