package dev.mendline.cli.process;

import java.util.Optional;

/** Wrong use of a command. Exit code 2. */
public final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageError(String what) {
        super(what);
    }

    /** Throws the error if there is one. */
    public static void ifPresent(Optional<String> error) {
        error.ifPresent(what -> {
            throw new UsageError(what);
        });
    }

    /** Runs a check that throws {@link IllegalArgumentException} for wrong input of a person. */
    public static void ifWrong(Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
    }
}
