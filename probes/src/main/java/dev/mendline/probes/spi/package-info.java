/** What a probe is, what it is given, and how it says what it saw. */
@NullMarked
package dev.mendline.probes.spi;

import org.jspecify.annotations.NullMarked;
