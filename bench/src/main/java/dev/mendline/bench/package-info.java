/** What the matcher and the pipeline cost, beside what others use: {@code ./bench/run} measures and prints the tables. */
@NullMarked
package dev.mendline.bench;

import org.jspecify.annotations.NullMarked;
