package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.mendline.model.text.PlainWords;
import dev.mendline.model.text.WireName;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Command of a person on one incident. A second delivery of the same command changes nothing. Its texts are shown to
 * others, so they are short and contain only visible characters.
 *
 * @param id id of this command, chosen by its writer; at most 64 characters
 * @param site site of the incident
 * @param by author, at most 80 characters
 * @param reason in the author's words, at most 200 characters; required for acknowledge, silence and resolve
 * @param until end of a silence; required for silence, otherwise null
 * @param right true if the diagnosis is right; required for feedback, otherwise null
 * @param cause actual cause, an id of the catalog; only for a wrong diagnosis, null if unknown
 */
@JsonTypeName("command")
public record Command(
        String id,
        String site,
        String incident,
        Kind kind,
        String by,
        @Nullable String reason,
        @Nullable Instant until,
        @Nullable Boolean right,
        @Nullable String cause)
        implements JournalRecord {
    public static final int MAX_BY = 80;
    public static final int MAX_REASON = 200;

    private static final int MAX_SITE = 300;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern CAUSE = Pattern.compile("[a-z0-9-]{1,80}");

    /** Kind of command. */
    public enum Kind implements WireName {
        /** Assigns the incident to the author until it reopens. */
        ACKNOWLEDGE,
        /** Removes the acknowledgement. */
        UNACKNOWLEDGE,
        /** Stops notifications until a given time. */
        SILENCE,
        /** Ends the silence now. */
        UNSILENCE,
        /** Resolves the incident regardless of the probes. */
        RESOLVE,
        /** Runs all probes of the diagnosis again. */
        RECHECK,
        /** Says that the diagnosis is right, or names the actual cause. */
        FEEDBACK,
        /** Kind that this version does not know. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    public Command {
        form("id", ID, id);
        PlainWords.check("site", site, MAX_SITE);
        form("incident", ID, incident);
        Objects.requireNonNull(kind, "kind");
        PlainWords.check("by", by, MAX_BY);
        if (reason != null) {
            PlainWords.check("reason", reason, MAX_REASON);
        }
        if (cause != null) {
            form("cause", CAUSE, cause);
        }
    }

    private static void form(String field, Pattern form, String text) {
        if (!form.matcher(Objects.requireNonNull(text, field)).matches()) {
            throw new IllegalArgumentException(field + " is not of the form " + form);
        }
    }
}
