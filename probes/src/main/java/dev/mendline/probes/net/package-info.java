/**
 * Probes of the network path to a node: TCP, TLS, ICMP. All connections to nodes, also those of the driver, go through
 * {@link dev.mendline.probes.net.PermittedRoute}.
 */
@NullMarked
package dev.mendline.probes.net;

import org.jspecify.annotations.NullMarked;
