/**
 * Certificates made on the fly, good and bad, and what can be wrong with a TLS handshake: each {@link
 * dev.mendline.lab.tls.TlsFront} stands before any peer.
 */
@NullMarked
package dev.mendline.lab.tls;

import org.jspecify.annotations.NullMarked;
