package dev.mendline.cli;

/** What a long command is doing, on standard error, with the seconds since it began. */
final class Progress {
    private final long began = System.nanoTime();
    private volatile String current = "starting";

    void step(String what) {
        current = what;
        System.err.printf("mendline: %5.1f s  %s%n", seconds(), what);
    }

    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    String current() {
        return current;
    }
}
