package dev.mendline.cli.incidents;

import dev.mendline.model.journal.Command.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a person wants of an incident, without saying yet of which, who wants it and why. */
record CommandDraft(
        Kind kind,
        boolean needsReason,
        @Nullable Instant until,
        @Nullable Boolean right,
        @Nullable String cause) {
    static CommandDraft plain(Kind kind, boolean needsReason) {
        return new CommandDraft(kind, needsReason, null, null, null);
    }
}
