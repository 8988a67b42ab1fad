package dev.mendline.lab;

import java.util.List;

/** Closes things in order, each of them whatever the others do. */
final class Closing {
    private Closing() {}

    static void all(AutoCloseable... things) {
        all(List.of(things));
    }

    static void all(Iterable<? extends AutoCloseable> things) {
        RuntimeException failed = null;
        for (AutoCloseable thing : things) {
            try {
                thing.close();
            } catch (Exception e) {
                if (failed == null) {
                    failed = new IllegalStateException("cannot close " + thing, e);
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
