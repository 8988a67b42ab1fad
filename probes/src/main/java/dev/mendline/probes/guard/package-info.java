/** What may be looked at. A name in a log line is an attacker's input. */
@NullMarked
package dev.mendline.probes.guard;

import org.jspecify.annotations.NullMarked;
