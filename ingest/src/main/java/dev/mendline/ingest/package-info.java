/**
 * Whatever a shipper wrote becomes log events. {@link LogFormats} reads one Kafka record or one line: it unwraps the
 * envelopes that containers and shippers put around a log, finds the fields by the dialect table ({@code
 * dialects.txt}, one row per dialect), and loses nothing: what cannot be read as it should be is read as text, and the
 * damage is reported beside the events. {@link LogLines} cuts a stream into such lines. No state, no network, no
 * judgement on what a text means.
 */
@NullMarked
package dev.mendline.ingest;

import org.jspecify.annotations.NullMarked;
