package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.mendline.model.text.PlainWords;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of one incident. A second delivery of the same command changes nothing. Its texts are shown to others,
 * so they are short and hold nothing that cannot be seen.
 *
 * @param id of this command, made up by whoever writes it; at most 64 characters
 * @param site of the incident, as the incident has it
 * @param incident id of the incident that it is about
 * @param by who says it, at most 80 characters
 * @param reason in the words of that person, at most 200 characters; needed by acknowledge, silence and resolve
 * @param until end of a silence; needed by silence, and null otherwise
 * @param right whether the diagnosis is right; needed by feedback, and null otherwise
 * @param cause what it was instead, an id of the catalog; only beside a diagnosis that is wrong, and null where that
 *     person does not know
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

    /** What it asks for. */
    public enum Kind {
        /** Somebody has it; until it opens anew. */
        ACKNOWLEDGE,
        /** Nobody has it any more. */
        UNACKNOWLEDGE,
        /** Nothing is posted of it for a while. */
        SILENCE,
        /** The silence ends now. */
        UNSILENCE,
        /** It is over, whatever the probes say. */
        RESOLVE,
        /** All that the diagnosis rests on is looked at anew. */
        RECHECK,
        /** The diagnosis is right, or it was something else. */
        FEEDBACK,
        /** A kind that this version does not know. */
        @JsonEnumDefaultValue
        UNKNOWN;

        /** As it stands on the wire: lower case. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
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
