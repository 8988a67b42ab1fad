/** Output of commands: JSON, tables, pages and progress. */
@NullMarked
package dev.mendline.cli.output;

import org.jspecify.annotations.NullMarked;
