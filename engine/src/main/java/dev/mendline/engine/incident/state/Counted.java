package dev.mendline.engine.incident.state;

/** A number and what it counts, in the singular for one. */
public final class Counted {
    private Counted() {}

    public static String of(long number, String one) {
        return number + " " + (number == 1 ? one : one + "s");
    }
}
