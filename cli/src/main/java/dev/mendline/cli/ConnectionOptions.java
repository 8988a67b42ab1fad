package dev.mendline.cli;

import dev.mendline.model.Inventory.Credentials;
import dev.mendline.model.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a well-formed connection string says of how to connect (MongoDB's "Connection String Options").
 *
 * @param credentials whom it logs in as; null where it names nobody, or a mechanism other than SCRAM
 * @param password whether it holds one
 * @param tls by {@code tls} or {@code ssl}, else by the scheme
 * @param mechanism the one that it asks for; null for the server's choice
 */
record ConnectionOptions(
        @Nullable Credentials credentials,
        boolean password,
        boolean tls,
        @Nullable Path tlsCaFile,
        @Nullable String mechanism) {
    static ConnectionOptions of(Secret string) {
        String text = string.reveal().strip();
        String rest = text.substring(text.indexOf("://") + 3);
        int question = rest.indexOf('?');
        String before = question < 0 ? rest : rest.substring(0, question);
        int slash = before.indexOf('/', Math.max(0, before.lastIndexOf('@')));
        String database = slash < 0 ? "" : before.substring(slash + 1);
        String authority = slash < 0 ? before : before.substring(0, slash);
        Map<String, String> options = options(question < 0 ? "" : rest.substring(question + 1));
        String userInfo = authority.substring(0, Math.max(0, authority.lastIndexOf('@')));
        String mechanism = options.get("authmechanism");
        String caFile = options.get("tlscafile");
        return new ConnectionOptions(
                credentials(userInfo, mechanism, authSource(options, database, text.startsWith("mongodb+srv:"))),
                userInfo.contains(":"),
                tls(options, text.startsWith("mongodb+srv:")),
                caFile == null ? null : path(caFile),
                mechanism);
    }

    private static @Nullable Credentials credentials(
            String userInfo, @Nullable String mechanism, @Nullable String authSource) {
        int colon = userInfo.indexOf(':');
        boolean scram = mechanism == null || mechanism.startsWith("SCRAM-");
        return colon < 1 || !scram
                ? null
                : new Credentials(
                        decoded(userInfo.substring(0, colon)),
                        Secret.of(decoded(userInfo.substring(colon + 1))),
                        authSource);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageError("tlsCAFile in the connection string is no path of a file");
        }
    }

    /** With SRV the TXT record may say it; who asks that passes it on. */
    private static @Nullable String authSource(Map<String, String> options, String database, boolean srv) {
        String given = options.get("authsource");
        return given != null || srv || database.isEmpty() ? given : decoded(database);
    }

    private static boolean tls(Map<String, String> options, boolean srv) {
        String given = options.getOrDefault("tls", options.get("ssl"));
        return given == null ? srv : given.equals("true");
    }

    /** Names in lower case, as drivers compare them. */
    private static Map<String, String> options(String text) {
        Map<String, String> options = new TreeMap<>();
        for (String option : text.split("[&;]", -1)) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                options.putIfAbsent(
                        option.substring(0, equals).toLowerCase(Locale.ROOT), decoded(option.substring(equals + 1)));
            }
        }
        return options;
    }

    /** A plus sign is itself here, and what is no escape stays as it is. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
