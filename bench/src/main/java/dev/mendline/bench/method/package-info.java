/** The ways to find many signatures in a line that are compared: Mendline's own and what other people use. */
@NullMarked
package dev.mendline.bench.method;

import org.jspecify.annotations.NullMarked;
