/**
 * Decides which names, addresses and ports probes may use, because those in log lines, SRV records and replies may come
 * from an attacker. A name is resolved once, and connections go only to the addresses that were checked.
 */
@NullMarked
package dev.mendline.probes.guard;

import org.jspecify.annotations.NullMarked;
