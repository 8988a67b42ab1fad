package dev.mendline.bench.duel;

/**
 * Result of one measurement.
 *
 * @param linesPerSecond by wall clock
 * @param nanosPerLine processor time
 */
public record Score(double linesPerSecond, double nanosPerLine, double bytesPerLine) {}
