/** No figure without equality: every method finds, in the same lines, what each pattern's own find() finds. */
@NullMarked
package dev.mendline.bench.check;

import org.jspecify.annotations.NullMarked;
