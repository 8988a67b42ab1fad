/** Cost of reading a log line that may hold an error, beside other work on the same line. */
@NullMarked
package dev.mendline.bench.reading;

import org.jspecify.annotations.NullMarked;
