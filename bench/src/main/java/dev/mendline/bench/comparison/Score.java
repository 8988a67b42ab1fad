package dev.mendline.bench.comparison;

import java.util.List;
import java.util.stream.Stream;

/**
 * Throughput in one measurement.
 *
 * @param linesPerSecond by wall clock
 * @param nanosPerLine processor time
 */
public record Score(double linesPerSecond, double nanosPerLine, double bytesPerLine) {
    private static final double MEGA = 1e6;

    /** Returns the columns of a table of throughput: those of every table, and ratios. */
    public static <C extends Candidate<Score>> List<Column<C, Score>> columns(List<Column<C, Score>> ratios) {
        Stream<Column<C, Score>> figures = Stream.of(
                Column.spread("lines/s", Score::linesPerSecond),
                Column.median("MB/s", score -> score.linesPerSecond * score.bytesPerLine / MEGA),
                Column.spread("CPU ns/line", Score::nanosPerLine));
        return Stream.concat(figures, ratios.stream()).toList();
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
