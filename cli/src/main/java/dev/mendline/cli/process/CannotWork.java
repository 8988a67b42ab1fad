package dev.mendline.cli.process;

/** Failure of something outside the command: a broker, a time-out, a folder in use. Exit code 3. */
public final class CannotWork extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotWork(String what) {
        super(what);
    }
}
