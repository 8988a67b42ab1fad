/** Interface of a probe: its input, its result, and the tools that probes share. */
@NullMarked
package dev.mendline.probes.spi;

import org.jspecify.annotations.NullMarked;
