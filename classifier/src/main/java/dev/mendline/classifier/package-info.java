/** Kafka Streams application around the engine: topics, stores and the clock for ticks. All decisions are in the engine. */
@NullMarked
package dev.mendline.classifier;

import org.jspecify.annotations.NullMarked;
