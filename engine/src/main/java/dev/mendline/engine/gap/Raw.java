package dev.mendline.engine.gap;

/** Looks for words in raw bytes, whatever the case of ASCII letters, without making anything. */
final class Raw {
    private Raw() {}

    /** Whether one of the words, which are in lower case, stands anywhere. */
    static boolean contains(byte[] raw, String... words) {
        for (String word : words) {
            if (contains(raw, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(byte[] raw, String word) {
        char first = word.charAt(0);
        for (int i = 0; i <= raw.length - word.length(); i++) {
            if (folded(raw[i]) == first && isAt(raw, i, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] raw, int at, String word) {
        for (int i = 1; i < word.length(); i++) {
            if (folded(raw[at + i]) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int folded(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }
}
