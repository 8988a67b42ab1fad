package dev.mendline.cli.process;

/** Something outside is not as it must be: a broker is away, time ran out, a folder is in use. Exit code 3. */
public final class CannotWork extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotWork(String what) {
        super(what);
    }
}
