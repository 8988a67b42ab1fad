package dev.mendline.model.text;

import java.util.Objects;

/**
 * Check of a person's text: one line without characters that move the cursor, change the writing direction or are
 * invisible.
 */
public final class PlainWords {
    private PlainWords() {}

    /**
     * Checks a text.
     *
     * @param what name of the text for the message
     * @param max maximum number of characters
     * @throws IllegalArgumentException if the text is empty, too long, or contains an invisible character; the message
     *     says where
     */
    public static void check(String what, String words, int max) {
        Objects.requireNonNull(words, what);
        if (words.isBlank()) {
            throw new IllegalArgumentException(what + " says nothing");
        }
        if (words.length() > max) {
            throw new IllegalArgumentException(
                    what + " has " + words.length() + " characters; at most " + max + " are allowed");
        }
        for (int at = 0; at < words.length(); ) {
            int character = words.codePointAt(at);
            if (isUnseen(character)) {
                throw new IllegalArgumentException(
                        "%s holds a character that cannot be seen: U+%04X at %d".formatted(what, character, at + 1));
            }
            at += Character.charCount(character);
        }
    }

    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> isInvisible(character);
        };
    }

    /**
     * Returns true for letters, marks and symbols without visible form: fillers, joiners, variation selectors, blank
     * Braille.
     */
    public static boolean isInvisible(int character) {
        return character == 0x034F
                || character == 0x115F
                || character == 0x1160
                || character == 0x2800
                || character == 0x3164
                || character == 0xFFA0
                || (character >= 0x17B4 && character <= 0x17B5)
                || (character >= 0x180B && character <= 0x180F)
                || (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0000 && character <= 0xE0FFF);
    }
}
