package dev.mendline.engine.incident.site;

import com.google.common.hash.Hashing;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.model.log.JournalPosition;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Ids that are the same again whenever the same journal is folded. */
public final class Ids {
    private static final int LENGTH = 12;

    private Ids() {}

    public static String incident(String site, @Nullable String target, JournalPosition opened) {
        return hash(site, String.valueOf(target), opened.toString());
    }

    public static String overflow(String site, JournalPosition opened) {
        return hash(site, "overflow", opened.toString());
    }

    public static String parent(String site, String cause, JournalPosition opened) {
        return hash(site, "parent", cause, opened.toString());
    }

    static String request(String incident, Check check, JournalPosition asked) {
        return hash(incident, check.toString(), asked.toString());
    }

    private static String hash(String... parts) {
        String text = String.join("\n", parts);
        return Hashing.sha256()
                .hashString(text, StandardCharsets.UTF_8)
                .toString()
                .substring(0, LENGTH);
    }
}
