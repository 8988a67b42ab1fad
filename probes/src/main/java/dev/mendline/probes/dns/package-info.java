/** DNS as a driver asks it, at every resolver at the same time, over sockets of its own. */
@NullMarked
package dev.mendline.probes.dns;

import org.jspecify.annotations.NullMarked;
