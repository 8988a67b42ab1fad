package dev.mendline.probes.uri;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Characters that must be percent-encoded in user and password (RFC 3986; MongoDB's page on connection strings). */
final class ReservedCharacters {
    /** All except {@code %}, which is also part of an escape. */
    private static final String RESERVED = ":/?#[]@!$&'()*,;= ";

    private ReservedCharacters() {}

    /**
     * Returns the reserved characters in a {@code user:password}, each once. They are in the order of this list, which
     * reveals nothing of the secret.
     */
    static List<String> in(String userInfo) {
        // The first colon is the delimiter.
        String text = userInfo.replaceFirst(":", "").replaceAll("%[0-9A-Fa-f]{2}", "");
        return Stream.concat(RESERVED.chars().mapToObj(Character::toString), Stream.of("%"))
                .filter(text::contains)
                .toList();
    }

    /** Returns the encodings, e.g. {@code @ as %40, / as %2F}. */
    static String advice(List<String> reserved) {
        return reserved.stream()
                .map(each -> (each.equals(" ") ? "space" : each)
                        + String.format(Locale.ROOT, " as %%%02X", (int) each.charAt(0)))
                .collect(Collectors.joining(", "));
    }
}
