/**
 * Kafka Streams application around the engine. Stage 1 reads logs and writes sightings to the journal. Stage 2 turns
 * the journal into incidents and probe requests, and writes ticks for the progress of time. All decisions are in the
 * engine; this package contains topics, stores and the clock for ticks.
 */
@NullMarked
package dev.mendline.classifier;

import org.jspecify.annotations.NullMarked;
