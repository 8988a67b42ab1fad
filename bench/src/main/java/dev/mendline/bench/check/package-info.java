/** Check that all methods find the same pairs as each pattern's own find(). No figure is published without it. */
@NullMarked
package dev.mendline.bench.check;

import org.jspecify.annotations.NullMarked;
