/**
 * What may be looked at. A name in a log line, an SRV record and a server's greeting are an attacker's input. So only what
 * is configured is looked up; a name is resolved once, each of its addresses is judged by what it is and not by how it is
 * written, and connections are made to those very addresses; ports are MongoDB's own. Whatever is refused says which line
 * of the configuration would allow it, and that line allows this and nothing beside.
 */
@NullMarked
package dev.mendline.probes.guard;

import org.jspecify.annotations.NullMarked;
