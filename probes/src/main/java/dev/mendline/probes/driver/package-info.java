/**
 * Probes that ask a server with the real driver, as an application does: {@code hello} without a login, a login, {@code
 * serverStatus}. Each probe is one {@link dev.mendline.probes.driver.DriverSession} with one node, after which no socket
 * and no thread is left. The driver is restricted. It connects to that node only, never to hosts in a reply. It uses our
 * sockets, so that a deadline or an interrupt closes them all. A failure is read by type and code; texts from a server
 * and messages of exceptions are dropped.
 *
 * <p>The driver logs through SLF4J's {@code org.mongodb.driver}, for all clients of a process, and its lines name users
 * and hosts. The driver cannot silence one client. A probe must not reconfigure the loggers either, because other clients
 * of the process (the lab's services) use them. But the driver logs for a probe only on threads of the group {@code
 * mendline-probe}. So a program that enables these loggers can drop the probes' lines by the thread, or, as the lab does,
 * keep only the lines of its own threads and clients. {@code mendline} turns these loggers off.
 */
@NullMarked
package dev.mendline.probes.driver;

import org.jspecify.annotations.NullMarked;
