package dev.mendline.engine.incident;

/** A number and what it counts, in the singular for one. */
final class Counted {
    private Counted() {}

    static String of(long number, String one) {
        return number + " " + (number == 1 ? one : one + "s");
    }
}
