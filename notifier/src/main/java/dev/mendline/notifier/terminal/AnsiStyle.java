package dev.mendline.notifier.terminal;

/** Text styles of a terminal (ECMA-48, SGR). */
enum AnsiStyle {
    BOLD(1),
    DIM(2),
    UNDERLINE(4),
    RED(91),
    GREEN(92),
    YELLOW(93),
    BLUE(94);

    private static final char ESCAPE = 0x1B;

    private final int code;

    AnsiStyle(int code) {
        this.code = code;
    }

    String in(boolean colour, String text) {
        return colour ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
    }
}
