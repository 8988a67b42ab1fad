package dev.mendline.cli.process;

/** Wrong use of a command. Exit code 2. */
public final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageError(String what) {
        super(what);
    }
}
