/**
 * Hyperscan called from C: a small program, compiled if the library's headers are installed, runs as a process beside
 * the JVM.
 */
@NullMarked
package dev.mendline.bench.hyperscan;

import org.jspecify.annotations.NullMarked;
