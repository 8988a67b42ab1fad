/**
 * Valid and invalid certificates, created at runtime, and TLS faults. A {@link dev.mendline.lab.tls.TlsFront} can
 * precede any peer.
 */
@NullMarked
package dev.mendline.lab.tls;

import org.jspecify.annotations.NullMarked;
