package dev.mendline.model.net;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Checks of host names: letters, digits, hyphens and underscores in labels (RFC 1123, RFC 2782), at most 253
 * characters.
 */
public final class HostNames {
    private static final Pattern LABELS = Pattern.compile("(?!.{254})[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
            + "(?:\\.[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|0[xX][0-9a-fA-F.xX]+|.*:.*");

    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

    private HostNames() {}

    /** Returns true for a valid host name; false for an address in any notation (dotted, decimal, hexadecimal). */
    public static boolean isName(String text) {
        return LABELS.matcher(text).matches() && !ADDRESS.matcher(text).matches();
    }

    /** Returns true for an IP address: four decimal numbers, or IPv6 without brackets and zone (RFC 4291). */
    public static boolean isAddress(String text) {
        return text.contains(":") ? Network.isAddress(text) : IPV4.matcher(text).matches();
    }

    /** Returns the name in lower case, without the trailing dot. */
    public static String canonical(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /**
     * Returns the domain that the targets of a deployment's SRV record must share (MongoDB's "Initial DNS Seedlist
     * Discovery"): all but the first label of a name of three or more, else the whole name.
     */
    public static String parent(String target) {
        int dot = target.indexOf('.');
        boolean three = dot >= 0 && target.indexOf('.', dot + 1) >= 0;
        return three ? target.substring(dot + 1) : target;
    }

    /** Returns true if a node shares its deployment's {@link #parent}, as drivers require. */
    public static boolean sharesParent(String target, String host) {
        return host.endsWith("." + parent(target));
    }
}
