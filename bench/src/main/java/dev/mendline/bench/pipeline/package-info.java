/**
 * What the pipeline costs as it ships, beside topologies that think nothing: all of them read the same topic on the same
 * embedded broker, with the same properties of Kafka Streams, one after the other. {@link Ground} is where they run,
 * {@link Entrant} who they are, {@link Drain} how fast one reads a topic to its end, {@link Race} how long a line takes at a
 * steady rate, {@link Truth} what each has to find.
 */
@NullMarked
package dev.mendline.bench.pipeline;

import org.jspecify.annotations.NullMarked;
