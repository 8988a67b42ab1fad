package dev.mendline.cli.probe;

import dev.mendline.cli.process.UsageError;
import dev.mendline.model.config.Secret;
import dev.mendline.probes.uri.ConnectionString;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Options of a well-formed connection string (MongoDB's "Connection String Options"), without user and password.
 *
 * @param login true if it contains a user, or a mechanism that needs none
 * @param password true if it contains a password
 * @param tls from {@code tls} or {@code ssl}, else from the scheme
 * @param mechanism authentication mechanism; null for the server's choice
 */
record ConnectionOptions(
        boolean login,
        boolean password,
        boolean tls,
        @Nullable Path tlsCaFile,
        @Nullable String mechanism) {
    static ConnectionOptions of(Secret string) {
        String text = string.reveal().strip();
        String rest = text.substring(text.indexOf("://") + 3);
        String hosts = rest.contains("?") ? rest.substring(0, rest.indexOf('?')) : rest;
        String userInfo = hosts.substring(0, Math.max(0, hosts.lastIndexOf('@')));
        Map<String, String> options = options(rest.substring(hosts.length()));
        String mechanism = options.get("authmechanism");
        String caFile = options.get("tlscafile");
        return new ConnectionOptions(
                !userInfo.isEmpty() || mechanism != null,
                userInfo.contains(":"),
                ConnectionString.of(string).facts().tls(),
                caFile == null ? null : path(caFile),
                mechanism);
    }

    /** Returns true if the probes support this mechanism: user and password only. */
    boolean byPassword() {
        return mechanism == null || mechanism.startsWith("SCRAM-") || mechanism.equals("PLAIN");
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageError("tlsCAFile in the connection string is not a file path");
        }
    }

    /** Returns the options after the question mark. Their names are in lower case, as drivers compare them. */
    private static Map<String, String> options(String text) {
        Map<String, String> options = new TreeMap<>();
        for (String option : text.split("[?&;]", -1)) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                options.putIfAbsent(
                        option.substring(0, equals).toLowerCase(Locale.ROOT), decoded(option.substring(equals + 1)));
            }
        }
        return options;
    }

    /** Decodes percent-encoding. A plus sign is no space here. Returns a text with a wrong escape unchanged. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
