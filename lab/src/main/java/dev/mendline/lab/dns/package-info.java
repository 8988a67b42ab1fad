/** Name servers with configurable answers and faults. */
@NullMarked
package dev.mendline.lab.dns;

import org.jspecify.annotations.NullMarked;
