/**
 * The log lines that everything is measured on, made from a grammar: mostly what services say all day, some lines that
 * look like MongoDB's errors and are not, and a share of real ones. The same seed gives the same bytes everywhere.
 */
@NullMarked
package dev.mendline.bench.corpus;

import org.jspecify.annotations.NullMarked;
