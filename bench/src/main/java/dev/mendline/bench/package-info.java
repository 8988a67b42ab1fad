/**
 * Benchmarks of the matcher and the pipeline against alternatives: {@code ./bench/run} measures and prints the tables.
 */
@NullMarked
package dev.mendline.bench;

import org.jspecify.annotations.NullMarked;
