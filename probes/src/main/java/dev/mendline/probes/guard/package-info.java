/**
 * Decides which names, addresses and ports probes may use. Names in log lines, SRV records and servers' replies may
 * come from an attacker. So only configured names are looked up. A name is resolved once, each of its addresses is
 * checked in binary form, and connections go to those addresses only. A refusal names the configuration line that would
 * allow exactly this.
 */
@NullMarked
package dev.mendline.probes.guard;

import org.jspecify.annotations.NullMarked;
