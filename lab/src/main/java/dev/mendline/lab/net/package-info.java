/** Loopback addresses and ports, and network faults below any protocol. */
@NullMarked
package dev.mendline.lab.net;

import org.jspecify.annotations.NullMarked;
