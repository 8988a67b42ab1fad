/**
 * Hyperscan as its own language calls it: a small program in C, compiled where the library's headers are, runs as a
 * process beside the JVM.
 */
@NullMarked
package dev.mendline.bench.hyperscan;

import org.jspecify.annotations.NullMarked;
