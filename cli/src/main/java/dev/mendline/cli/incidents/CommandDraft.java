package dev.mendline.cli.incidents;

import dev.mendline.model.journal.Command.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Command about an incident before the incident, the person and the reason are known. */
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
