/**
 * Parsing of logs into log events. {@link LogFormats} reads one Kafka record or one line. It unwraps containers' and
 * shippers' formats and finds fields by the dialect table ({@code dialects.txt}, one row per dialect). Nothing is lost:
 * unreadable records are read as text, and the problem is reported. {@link LogLines} splits a stream into lines. The
 * package has no state and no network access, and does not interpret texts.
 */
@NullMarked
package dev.mendline.ingest;

import org.jspecify.annotations.NullMarked;
