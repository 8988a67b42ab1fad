/**
 * Generated log lines for all measurements: mostly normal service logs, some lines similar to MongoDB's errors, and a
 * share of real errors. The same seed gives the same bytes everywhere.
 */
@NullMarked
package dev.mendline.bench.corpus;

import org.jspecify.annotations.NullMarked;
