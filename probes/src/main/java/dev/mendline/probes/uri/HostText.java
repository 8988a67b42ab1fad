package dev.mendline.probes.uri;

import dev.mendline.model.net.HostNames;
import dev.mendline.model.net.Network;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Host of a connection string, as written.
 *
 * @param port -1 if there is none
 * @param address true if it is an IP address
 */
record HostText(int port, boolean address) {
    private static final Pattern FORM = Pattern.compile(
            "(?<name>[^\\[\\]:@%]+|\\[(?<ipv6>[0-9A-Fa-f:.]+)]|(?<socket>%2[Ff][^:@]*\\.sock))(?::(?<port>[0-9]{1,5}))?");

    /** Returns empty for a host that drivers do not accept. */
    static Optional<HostText> read(String text) {
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
        return good && port != 0 && port <= 65535 ? Optional.of(new HostText(port, address)) : Optional.empty();
    }

    private static boolean isAddress(String text) {
        try {
            return !text.contains("/") && !Network.of(text).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
