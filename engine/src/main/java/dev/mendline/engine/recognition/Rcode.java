package dev.mendline.engine.recognition;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resolver's response code (RFC 1035, section 4.1.1), by number or in the words of a resolver library. */
final class Rcode {
    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("FORMERR", 1),
            Map.entry("EFORMERR", 1),
            Map.entry("SERVFAIL", 2),
            Map.entry("ESERVFAIL", 2),
            Map.entry("NXDOMAIN", 3),
            Map.entry("ENOTFOUND", 3),
            Map.entry("NOTIMP", 4),
            Map.entry("ENOTIMP", 4),
            Map.entry("REFUSED", 5),
            Map.entry("EREFUSED", 5));
    private static final int MAX = 4_095;

    private Rcode() {}

    static @Nullable Integer of(@Nullable String said) {
        if (said == null || !said.matches("[0-9]{1,4}")) {
            return said == null ? null : WORDS.get(said.toUpperCase(Locale.ROOT));
        }
        int code = Integer.parseInt(said);
        return code <= MAX ? code : null;
    }
}
