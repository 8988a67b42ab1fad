/**
 * Syntax trees of regular expressions, and the parser that builds them from the part of RE2's syntax that Mendline's
 * patterns use.
 */
@NullMarked
package dev.mendline.engine.pattern.syntax;

import org.jspecify.annotations.NullMarked;
