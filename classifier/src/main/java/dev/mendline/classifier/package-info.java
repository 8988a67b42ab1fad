/**
 * The Kafka Streams shell around the engine. Stage 1 reads logs and writes sightings into the journal; stage 2 folds the
 * journal into incidents and probe requests, and writes the ticks by which time passes. All thought is in the engine;
 * here are only topics, stores and the clock that decides when to write a tick.
 */
@NullMarked
package dev.mendline.classifier;

import org.jspecify.annotations.NullMarked;
