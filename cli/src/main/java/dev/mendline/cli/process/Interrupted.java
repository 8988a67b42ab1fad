package dev.mendline.cli.process;

/** Interruption of the command. Exit code 130, without a message. */
public final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Interrupted() {
        super("interrupted");
    }
}
