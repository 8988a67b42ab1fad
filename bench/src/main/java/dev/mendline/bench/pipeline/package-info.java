/**
 * Benchmarks of the shipped pipeline against minimal topologies. All read the same topic on the same embedded broker
 * with the same Streams properties, one after the other. {@link Ground} is the broker, {@link Entrant} a topology,
 * {@link Drain} the throughput measurement, {@link Race} the delay measurement, {@link Truth} the expected output.
 */
@NullMarked
package dev.mendline.bench.pipeline;

import org.jspecify.annotations.NullMarked;
