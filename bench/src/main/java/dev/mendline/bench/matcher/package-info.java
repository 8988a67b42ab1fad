/**
 * Comparison of Mendline's matcher with other libraries that find many signatures in a line. No figure is published
 * unless all methods find the same pairs as each pattern's own find().
 */
@NullMarked
package dev.mendline.bench.matcher;

import org.jspecify.annotations.NullMarked;
