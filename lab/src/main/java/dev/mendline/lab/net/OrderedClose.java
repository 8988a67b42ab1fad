package dev.mendline.lab.net;

import java.util.List;

/** Closes resources in order; a failure does not prevent the others. */
public final class OrderedClose {
    private OrderedClose() {}

    public static void all(AutoCloseable... things) {
        all(List.of(things));
    }

    public static void all(Iterable<? extends AutoCloseable> things) {
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
