package dev.mendline.notifier.channel;

import java.io.PrintStream;

/**
 * Standard output of the process.
 *
 * @param colour true if ANSI colors are allowed
 */
public record Console(PrintStream out, boolean colour) {}
