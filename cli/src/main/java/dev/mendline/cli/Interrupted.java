package dev.mendline.cli;

/** The command was told to stop. Exit code 130, and nothing to say. */
final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interrupted() {
        super("interrupted");
    }
}
