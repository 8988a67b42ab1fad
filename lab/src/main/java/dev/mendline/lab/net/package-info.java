/**
 * Loopback addresses and ports, and network faults below any protocol. {@link dev.mendline.lab.net.BoundPort} holds a
 * port; {@link dev.mendline.lab.net.Front} is the first stage of a connection.
 */
@NullMarked
package dev.mendline.lab.net;

import org.jspecify.annotations.NullMarked;
