package dev.mendline.cli;

/** The command was called in a way that it does not take. Exit code 2. */
final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageError(String what) {
        super(what);
    }
}
