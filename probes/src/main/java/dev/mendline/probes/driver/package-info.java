/**
 * Probes that ask a server with the real driver, as an application does. The driver connects to the probed node only,
 * never to hosts in a reply, and over our sockets, so that a deadline or an interrupt closes them all. After a probe no
 * socket and no thread is left.
 *
 * <p>The driver's log lines (SLF4J's {@code org.mongodb.driver}) name users and hosts, and it cannot silence one client.
 * For a probe it logs only on threads of the group {@code mendline-probe}. A program that enables these loggers must drop
 * the lines of those threads. {@code mendline} turns the loggers off.
 */
@NullMarked
package dev.mendline.probes.driver;

import org.jspecify.annotations.NullMarked;
