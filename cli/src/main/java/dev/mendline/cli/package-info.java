/**
 * The {@code mendline} command: reads the configuration, wires the modules, and prints what a person or a program wants
 * to know. Standard output carries the answer and nothing else; exit codes are 0 good, 1 the answer is no, 2 usage or
 * configuration, 3 could not work, 130 interrupted.
 */
@NullMarked
package dev.mendline.cli;

import org.jspecify.annotations.NullMarked;
