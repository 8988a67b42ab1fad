package dev.mendline.engine.redaction;

/**
 * Redaction of {@code user:password@host} without a scheme, and of credentials before a MongoDB host. The search starts
 * at each {@code @} and goes back a limited distance.
 */
final class BareUserInfo {
    private static final int MAX_USER = 100;
    private static final int MAX_SECRET = 201;
    private static final int MAX_HOST = 253;
    /** Version of a package, such as {@code mongodb@6.3.0}. No host has this form. */
    private static final String VERSION = "[0-9]+\\.[0-9]+\\.[0-9]+";

    private BareUserInfo() {}

    static String takenOut(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            int start = start(text, from, at);
            if (start < at) {
                clean.append(text, from, start).append(Redactor.MARK);
                from = at;
            }
            at = text.indexOf('@', at + 1);
        }
        return clean.append(text, from, text.length()).toString();
    }

    /** Returns the start of the user-info before an {@code @}, or the position of the {@code @} if there is none. */
    private static int start(String text, int floor, int at) {
        String host = host(text, at + 1);
        int start = at;
        if (host.matches("[A-Za-z0-9-]+\\.[A-Za-z0-9.-]+") && !host.matches(VERSION)) {
            start = withPassword(text, floor, at);
        }
        if (host.matches("(?:.*[.-])?mongodb\\.[a-z].*")) {
            start = Math.min(start, back(text, floor, at, MAX_SECRET, " @\"'<>=‹›"));
        }
        return start;
    }

    private static String host(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < MAX_HOST && isOfHost(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end);
    }

    private static boolean isOfHost(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }

    private static int withPassword(String text, int floor, int at) {
        int run = back(text, floor, at, MAX_USER + 1 + MAX_SECRET, " @\"'<>");
        for (int colon = run + 1; colon < at - 1; colon++) {
            boolean isColon = text.charAt(colon) == ':' && "/‹".indexOf(text.charAt(colon + 1)) < 0;
            if (isColon && at - colon - 1 <= MAX_SECRET) {
                int user = back(text, run, colon, MAX_USER, " :@/\"'<>=");
                if (user < colon) {
                    return user;
                }
            }
        }
        return at;
    }

    /** Returns the position up to which no character of {@code ends} occurs; a blank in it means any white space. */
    private static int back(String text, int floor, int from, int most, String ends) {
        int start = from;
        while (start > floor && from - start < most && !isEnd(text.charAt(start - 1), ends)) {
            start--;
        }
        return start;
    }

    private static boolean isEnd(char c, String ends) {
        return Character.isWhitespace(c) || ends.indexOf(c) >= 0;
    }
}
