package dev.mendline.probes.net;

import java.util.regex.Pattern;

/** Text from a peer, without characters that could control a terminal or mislead a reader, and limited in length. */
final class PeerText {
    /** Control, format and other invisible characters, and line ends. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    private PeerText() {}

    /** Replaces invisible characters by {@code ?}. */
    static String of(String text, int longest) {
        String clean = INVISIBLE.matcher(text).replaceAll("?");
        int end = Math.min(longest, clean.length());
        boolean splits = end < clean.length() && Character.isLowSurrogate(clean.charAt(end));
        return clean.substring(0, splits ? end - 1 : end);
    }
}
