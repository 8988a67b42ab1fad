/** The benchmarks. Each runs in a JVM of its own, so that no method spoils what the compiler knows of another. */
@NullMarked
package dev.mendline.bench.jmh;

import org.jspecify.annotations.NullMarked;
