/**
 * Loopback addresses and ports and what can be wrong with the way to them below any protocol. {@link
 * dev.mendline.lab.net.Bound} is whatever holds one; {@link dev.mendline.lab.net.Front} is what a connection meets first.
 */
@NullMarked
package dev.mendline.lab.net;

import org.jspecify.annotations.NullMarked;
