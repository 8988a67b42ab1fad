package dev.mendline.probes.net;

/** Text from a peer, without characters that could control a terminal or mislead a reader, and limited in length. */
final class PeerText {
    private PeerText() {}

    /** Replaces control, format and other invisible characters and line ends by {@code ?}. */
    static String of(String text, int longest) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .limit(longest)
                .map(each -> visible(each) ? each : '?')
                .takeWhile(each -> clean.length() + Character.charCount(each) <= longest)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
