package dev.mendline.bench.duel;

/**
 * What one measurement gave.
 *
 * @param linesPerSecond by the clock on the wall
 * @param nanosPerLine of the processor
 */
public record Score(double linesPerSecond, double nanosPerLine, double bytesPerLine) {}
