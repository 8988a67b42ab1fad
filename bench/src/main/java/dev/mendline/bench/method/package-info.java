/** Methods that find many signatures in a line: Mendline's own and those of other libraries. */
@NullMarked
package dev.mendline.bench.method;

import org.jspecify.annotations.NullMarked;
