/** Loopback ports and what can be wrong with the way to them below any protocol. */
@NullMarked
package dev.mendline.lab.net;

import org.jspecify.annotations.NullMarked;
