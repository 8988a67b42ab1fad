package dev.mendline.bench.comparison;

import java.util.List;

/**
 * Throughput in one measurement.
 *
 * @param linesPerSecond by wall clock
 * @param nanosPerLine processor time
 */
public record Score(double linesPerSecond, double nanosPerLine, double bytesPerLine) {
    private static final double MEGA = 1e6;

    /** Returns the columns that every table of throughput begins with. */
    public static <C extends Candidate<Score>> List<Column<C, Score>> columns() {
        return List.of(
                Column.spread("lines/s", Score::linesPerSecond),
                Column.median("MB/s", score -> score.linesPerSecond * score.bytesPerLine / MEGA),
                Column.spread("CPU ns/line", Score::nanosPerLine));
    }

    /** Returns the speed by processor time. */
    public double linesPerNano() {
        return 1 / nanosPerLine;
    }

    @Override
    public String toString() {
        return "%s lines/s, %s ns of CPU a line".formatted(Spread.figure(linesPerSecond), Spread.figure(nanosPerLine));
    }
}
