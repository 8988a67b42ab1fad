/**
 * Benchmarks of the shipped pipeline against minimal topologies, one after the other on the same embedded broker:
 * {@link ThroughputRun} measures throughput, {@link DelayRun} the delay, and {@link ExpectedOutput} checks the output.
 */
@NullMarked
package dev.mendline.bench.pipeline;

import org.jspecify.annotations.NullMarked;
