/**
 * Regular expressions with RE2's syntax and results, for single lines.
 *
 * <p>RE2/J reads every expression first, so syntax and error messages are RE2's. An accepted expression is parsed into a
 * {@linkplain dev.mendline.engine.pattern.syntax syntax tree} and compiled into a
 * {@linkplain dev.mendline.engine.pattern.program program}. RE2/J runs the rest: Unicode classes, rare flags, texts with
 * surrogates, very long regions. The results are the same.
 */
@NullMarked
package dev.mendline.engine.pattern;

import org.jspecify.annotations.NullMarked;
