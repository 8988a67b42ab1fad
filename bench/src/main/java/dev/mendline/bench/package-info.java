/** What the matcher costs, beside what others use: {@code ./bench/run matcher} measures and prints the table. */
@NullMarked
package dev.mendline.bench;

import org.jspecify.annotations.NullMarked;
