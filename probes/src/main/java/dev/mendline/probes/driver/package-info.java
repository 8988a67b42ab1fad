/**
 * What a server itself says, asked by the real driver as an application would ask: {@code hello} before any login, a
 * login, {@code serverStatus}. Each probe is one {@link dev.mendline.probes.driver.Visit} to one node, after which no
 * socket and no thread is left. The driver is kept on a short lead: it talks to the node alone, never to hosts that a
 * reply names; its sockets are ours, so that a deadline or an interrupt closes them all; a failure is read by type and
 * code, and nothing that a server words, nor an exception's message, is passed on.
 *
 * <p>The driver logs through SLF4J's {@code org.mongodb.driver}, for all clients of a process alike, and its lines name
 * users and hosts. Nothing within the driver silences one client, and a probe must not reconfigure the process, whose
 * other clients (the lab's services) log through the same loggers. But all that the driver logs for a probe, it logs on
 * threads of the group {@code mendline-probe}: the visit's own, and the monitor's, which are begun by it. So whoever lets
 * these loggers write can tell by the thread whose line it is and drop the probes', or, as the lab does, keep the lines
 * of its own threads and clients alone; {@code mendline} has these loggers off.
 */
@NullMarked
package dev.mendline.probes.driver;

import org.jspecify.annotations.NullMarked;
