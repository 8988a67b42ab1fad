/** JMH benchmarks. Each runs in its own JVM, so that no method affects the compiler's profile of another. */
@NullMarked
package dev.mendline.bench.jmh;

import org.jspecify.annotations.NullMarked;
