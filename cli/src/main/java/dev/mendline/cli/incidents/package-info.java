/** Commands that query incidents and act on them. */
@NullMarked
package dev.mendline.cli.incidents;

import org.jspecify.annotations.NullMarked;
