package dev.mendline.bench.comparison;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** Median, minimum and maximum of the rounds. */
public record Spread(double median, double min, double max) {
    /** Returns the spread of at least one round. */
    public static Spread of(DoubleStream rounds) {
        double[] sorted = rounds.sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** Returns the median with three significant figures, followed by the range. */
    public String text() {
        return figure(median) + " [" + figure(min) + "–" + figure(max) + "]";
    }

    /** Returns a number with three significant figures, or more for large numbers. */
    public static String figure(double number) {
        if (number >= 1e6) {
            return figure(number / 1e6) + " M";
        }
        if (number >= 1e4) {
            return figure(number / 1e3) + " k";
        }
        int decimals = number >= 100 ? 0 : number >= 10 ? 1 : number >= 0.1 ? 2 : number >= 0.01 ? 3 : 4;
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }
}
