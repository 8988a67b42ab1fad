/** Syntax trees of regular expressions, and the parser of the part of RE2's syntax that Mendline uses. */
@NullMarked
package dev.mendline.engine.pattern.syntax;

import org.jspecify.annotations.NullMarked;
