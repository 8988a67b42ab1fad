package dev.mendline.cli.process;

/** The command was told to stop. Exit code 130, and nothing to say. */
public final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Interrupted() {
        super("interrupted");
    }
}
