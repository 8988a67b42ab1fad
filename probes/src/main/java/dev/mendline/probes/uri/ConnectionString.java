package dev.mendline.probes.uri;

import dev.mendline.model.HostNames;
import dev.mendline.model.Network;
import dev.mendline.model.Reason;
import dev.mendline.model.Secret;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a connection string (MongoDB's "Connection String Spec"). User and password end at the last {@code @}
 * before the host and are looked at once; nothing of them is kept but which characters should have been encoded.
 *
 * @param scheme what stands before {@code ://} where it looks like a scheme, else empty
 * @param hosts as written, with ports; may be parts of a secret when {@code flaw} is not empty
 * @param flaw what is wrong, in words without any part of the string; empty when nothing is
 */
public record ConnectionString(
        String scheme,
        boolean credentials,
        List<String> reserved,
        List<String> hosts,
        boolean portWithSrv,
        Optional<Reason> reason,
        String flaw) {
    private static final String SRV = "mongodb+srv";
    private static final String SCHEME = "[A-Za-z][A-Za-z+-]{0,19}";
    /** The options whose values may hold an {@code @}: what stands after them is no host. */
    private static final Pattern OPTION = Pattern.compile(
            "(?i)[?&](appName|authMechanismProperties|authSource|proxyUsername|proxyPassword|tlsCertificateKeyFilePassword)=");

    private static final Pattern HOST = Pattern.compile(
            "(?<name>[^\\[\\]:@%]+|\\[(?<ipv6>[0-9A-Fa-f:.]+)]|(?<socket>%2[Ff][^:@]*\\.sock))(?::(?<port>[0-9]{1,5}))?");

    public static ConnectionString of(Secret secret) {
        String text = secret.reveal().strip();
        int colon = text.indexOf("://");
        String scheme = colon < 0 ? "" : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 3);
        int at = beforeOptions(rest).lastIndexOf('@');
        String userInfo = rest.substring(0, Math.max(0, at));
        List<String> hosts = hosts(rest.substring(at + 1));
        boolean portWithSrv = scheme.equals(SRV) && hosts.stream().anyMatch(host -> port(host) >= 0);
        List<String> reserved = ReservedCharacters.in(userInfo);
        String syntax = syntax(scheme, at >= 0 && user(userInfo).isEmpty(), hosts, portWithSrv);
        String shown = scheme.matches(SCHEME) ? scheme : "";
        // Characters that are not encoded come first: they are why the rest cannot be read.
        if (!reserved.isEmpty() && known(scheme)) {
            return new ConnectionString(
                    shown,
                    true,
                    reserved,
                    hosts,
                    portWithSrv,
                    Optional.of(Reason.UNESCAPED_CREDENTIALS),
                    "User or password hold characters that must be percent-encoded: "
                            + ReservedCharacters.advice(reserved));
        }
        Optional<Reason> reason = syntax.isEmpty() ? Optional.empty() : Optional.of(Reason.BAD_SYNTAX);
        return new ConnectionString(shown, at >= 0, reserved, hosts, portWithSrv, reason, syntax);
    }

    public boolean srv() {
        return scheme.equals(SRV);
    }

    /** Whether the hosts can be trusted to be hosts, whatever is wrong with user and password. */
    public boolean readable() {
        return known(scheme) && syntax(scheme, false, hosts, portWithSrv).isEmpty();
    }

    /** The port of a host as written; -1 when none is given or it cannot be read. */
    public static int port(String host) {
        Matcher parts = HOST.matcher(host);
        return parts.matches() && parts.group("port") != null ? Integer.parseInt(parts.group("port")) : -1;
    }

    private static boolean known(String scheme) {
        return scheme.equals("mongodb") || scheme.equals(SRV);
    }

    private static String syntax(String scheme, boolean noUser, List<String> hosts, boolean portWithSrv) {
        if (!known(scheme)) {
            return "It begins with neither mongodb:// nor mongodb+srv://";
        }
        if (noUser) {
            return "The user name before @ is empty";
        }
        if (hosts.isEmpty()) {
            return "It names no host";
        }
        if (!hosts.stream().allMatch(ConnectionString::host)) {
            return "A host or its port cannot be read";
        }
        if (scheme.equals(SRV) && hosts.size() > 1) {
            return "mongodb+srv takes one host";
        }
        return portWithSrv ? "mongodb+srv takes no port" : "";
    }

    private static String beforeOptions(String text) {
        Matcher option = OPTION.matcher(text);
        return option.find() ? text.substring(0, option.start()) : text;
    }

    private static String user(String userInfo) {
        int colon = userInfo.indexOf(':');
        return colon < 0 ? userInfo : userInfo.substring(0, colon);
    }

    private static List<String> hosts(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '/' && text.charAt(end) != '?') {
            end++;
        }
        return end == 0 ? List.of() : List.of(text.substring(0, end).split(",", -1));
    }

    private static boolean host(String text) {
        Matcher parts = HOST.matcher(text);
        if (!parts.matches() || port(text) == 0 || port(text) > 65535) {
            return false;
        }
        if (parts.group("socket") != null) {
            return true;
        }
        String ipv6 = parts.group("ipv6");
        return ipv6 != null ? address(ipv6) : name(parts.group("name"));
    }

    private static boolean name(String text) {
        return HostNames.isName(HostNames.canonical(text)) || address(text);
    }

    private static boolean address(String text) {
        try {
            return !text.contains("/") && !Network.of(text).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "ConnectionString[" + scheme + ", " + hosts.size() + " hosts]";
    }
}
