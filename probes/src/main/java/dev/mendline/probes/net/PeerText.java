package dev.mendline.probes.net;

/** Text that a peer chose: shown, but without what could steer a terminal or a reader's eye, and no longer than asked. */
final class PeerText {
    private PeerText() {}

    /** Control, format and other invisible characters and line ends become {@code ?}. */
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
