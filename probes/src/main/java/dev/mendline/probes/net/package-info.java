/**
 * Probes of the way to a node: its address, TCP, TLS, echo requests. {@link dev.mendline.probes.net.Approach} is how each
 * of them, and whoever speaks MongoDB's protocol, gets to a node past the guard.
 */
@NullMarked
package dev.mendline.probes.net;

import org.jspecify.annotations.NullMarked;
