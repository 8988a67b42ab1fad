/** Configuration of a command: mendline.yaml, the options that select it, the data directory. */
@NullMarked
package dev.mendline.cli.config;

import org.jspecify.annotations.NullMarked;
