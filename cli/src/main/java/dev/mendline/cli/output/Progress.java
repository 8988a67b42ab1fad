package dev.mendline.cli.output;

/** Progress of a long command, printed on standard error with the seconds since its start. */
public final class Progress {
    private final long began = System.nanoTime();
    private volatile String current = "starting";

    public void step(String what) {
        current = what;
        System.err.printf("mendline: %5.1f s  %s%n", seconds(), what);
    }

    public double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    public String current() {
        return current;
    }
}
