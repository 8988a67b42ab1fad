/** The process of a command: exit codes, expected errors, input files, orderly shutdown. */
@NullMarked
package dev.mendline.cli.process;

import org.jspecify.annotations.NullMarked;
