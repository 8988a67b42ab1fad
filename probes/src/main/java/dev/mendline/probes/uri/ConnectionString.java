package dev.mendline.probes.uri;

import dev.mendline.model.config.Secret;
import dev.mendline.model.facts.UriFacts;
import dev.mendline.model.net.HostNames;
import dev.mendline.model.net.Network;
import dev.mendline.model.probe.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Form of a connection string (MongoDB's "Connection String Spec"). User and password end at the last {@code @} before
 * the host. Of them only the characters that should have been encoded are kept; of the options, no value is kept.
 *
 * @param facts the form, as the {@code uri} probe reports it
 * @param hosts as written, with ports; may be parts of a secret if {@code flaw} is not empty
 * @param reason why drivers refuse it; empty if they accept it
 * @param flaw the error, without any part of the string except names of options; empty if there is none
 */
public record ConnectionString(UriFacts facts, List<String> hosts, Optional<Reason> reason, String flaw) {
    /**
     * Host of a connection string, as written.
     *
     * @param port -1 if there is none
     * @param address true if it is an IP address
     */
    private record Host(int port, boolean address) {
        private static final Pattern FORM = Pattern.compile(
                "(?<name>[^\\[\\]:@%]+|\\[(?<ipv6>[0-9A-Fa-f:.]+)]|(?<socket>%2[Ff][^:@]*\\.sock))(?::(?<port>[0-9]{1,5}))?");

        /** Returns empty for a host that drivers do not accept. */
        static Optional<Host> read(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches()) {
                return Optional.empty();
            }
            int port = parts.group("port") == null ? -1 : Integer.parseInt(parts.group("port"));
            String ipv6 = parts.group("ipv6");
            String name = ipv6 == null ? parts.group("name") : ipv6;
            boolean address = name != null && isAddress(name);
            boolean good = ipv6 == null
                    ? parts.group("socket") != null || address || HostNames.isName(HostNames.canonical(name))
                    : address;
            return good && port != 0 && port <= 65535 ? Optional.of(new Host(port, address)) : Optional.empty();
        }

        private static boolean isAddress(String text) {
            try {
                return !text.contains("/") && !Network.of(text).toString().isEmpty();
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }

    private static final String SRV = "mongodb+srv";
    private static final String SCHEME = "[A-Za-z][A-Za-z+-]{0,19}";
    /** Options whose values may contain an {@code @}. The text after them is not a host. */
    private static final Pattern OPTION = Pattern.compile(
            "(?i)[?&](appName|authMechanismProperties|authSource|proxyUsername|proxyPassword|tlsCertificateKeyFilePassword)=");

    /**
     * Characters that must be percent-encoded in user and password (RFC 3986; MongoDB's page on connection strings). The
     * {@code %} is missing, because it is also part of an escape.
     */
    private static final String RESERVED = ":/?#[]@!$&'()*,;= ";

    public static ConnectionString of(Secret secret) {
        String text = secret.reveal().strip();
        int colon = text.indexOf("://");
        String scheme = colon < 0 ? "" : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 3);
        int at = beforeOptions(rest).lastIndexOf('@');
        String userInfo = rest.substring(0, Math.max(0, at));
        String after = rest.substring(at + 1);
        List<String> reserved = reserved(userInfo);
        boolean unescaped = known(scheme) && !reserved.isEmpty();
        List<String> hosts = hosts(after);
        boolean srv = scheme.equals(SRV);
        Options options = Options.of(options(after));
        String form = syntax(scheme, at >= 0 && user(userInfo).isEmpty(), hosts);
        // Characters that are not encoded come first: they are why the rest cannot be read.
        String flaw = unescaped
                ? "User or password contain characters that must be percent-encoded: " + advice(reserved)
                : form.isEmpty() ? options.flaw(srv, hosts.size()) : form;
        UriFacts facts = new UriFacts(
                scheme.matches(SCHEME) ? scheme : "",
                at >= 0,
                reserved,
                hosts.size(),
                srv && hosts.stream().anyMatch(host -> port(host) >= 0),
                options.tls().orElse(srv),
                hosts.stream().flatMap(host -> Host.read(host).stream()).anyMatch(Host::address),
                // Of a string that cannot be read they may be parts of a secret.
                unescaped || !form.isEmpty() ? List.of() : options.unknown());
        return new ConnectionString(facts, hosts, reason(unescaped, flaw), flaw);
    }

    public boolean srv() {
        return facts.scheme().equals(SRV);
    }

    /** Returns true if the hosts were read, even if user, password or options are wrong. */
    public boolean readable() {
        return syntax(facts.scheme(), false, hosts).isEmpty();
    }

    /** Returns the port of a host as written; -1 if there is none or it cannot be read. */
    private static int port(String host) {
        return Host.read(host).map(Host::port).orElse(-1);
    }

    private static Optional<Reason> reason(boolean unescaped, String flaw) {
        if (flaw.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(unescaped ? Reason.UNESCAPED_CREDENTIALS : Reason.BAD_SYNTAX);
    }

    private static boolean known(String scheme) {
        return scheme.equals("mongodb") || scheme.equals(SRV);
    }

    private static String syntax(String scheme, boolean noUser, List<String> hosts) {
        if (!known(scheme)) {
            return "It does not start with mongodb:// or mongodb+srv://";
        }
        if (noUser) {
            return "The user name before @ is empty";
        }
        if (hosts.isEmpty()) {
            return "It names no host";
        }
        if (!hosts.stream().allMatch(host -> Host.read(host).isPresent())) {
            return "A host or its port cannot be read";
        }
        if (scheme.equals(SRV) && hosts.size() > 1) {
            return "mongodb+srv needs exactly one host";
        }
        return scheme.equals(SRV) && port(hosts.get(0)) >= 0 ? "mongodb+srv must have no port" : "";
    }

    /** Returns the reserved characters in a {@code user:password}, in the order of that list to reveal no secret. */
    private static List<String> reserved(String userInfo) {
        // The first colon is the delimiter.
        String text = userInfo.replaceFirst(":", "").replaceAll("%[0-9A-Fa-f]{2}", "");
        return Stream.concat(RESERVED.chars().mapToObj(Character::toString), Stream.of("%"))
                .filter(text::contains)
                .toList();
    }

    /** Returns the encodings, e.g. {@code @ as %40, / as %2F}. */
    private static String advice(List<String> reserved) {
        return reserved.stream()
                .map(each -> (each.equals(" ") ? "space" : each)
                        + String.format(Locale.ROOT, " as %%%02X", (int) each.charAt(0)))
                .collect(Collectors.joining(", "));
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

    private static String options(String afterUserInfo) {
        int mark = afterUserInfo.indexOf('?');
        return mark < 0 ? "" : afterUserInfo.substring(mark + 1);
    }

    @Override
    public String toString() {
        return "ConnectionString[" + facts.scheme() + ", " + hosts.size() + " hosts]";
    }
}
