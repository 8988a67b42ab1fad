package dev.mendline.cli;

import dev.mendline.model.Command.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person wants of an incident, without saying yet of which, who wants it and why. */
record Wish(
        Kind kind,
        boolean needsReason,
        @Nullable Instant until,
        @Nullable Boolean right,
        @Nullable String cause) {
    static Wish plain(Kind kind, boolean needsReason) {
        return new Wish(kind, needsReason, null, null, null);
    }
}
