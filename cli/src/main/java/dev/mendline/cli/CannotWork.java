package dev.mendline.cli;

/** Something outside is not as it must be: a broker is away, time ran out, a folder is in use. Exit code 3. */
final class CannotWork extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotWork(String what) {
        super(what);
    }
}
