package dev.mendline.cli.process;

/** The command was called in a way that it does not take. Exit code 2. */
public final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageError(String what) {
        super(what);
    }
}
