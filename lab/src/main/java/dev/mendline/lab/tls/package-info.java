/** Valid and invalid certificates, created at runtime, and TLS faults that can precede any peer. */
@NullMarked
package dev.mendline.lab.tls;

import org.jspecify.annotations.NullMarked;
