/**
 * MongoDB peers with configurable behavior. {@link dev.mendline.lab.peer.Script} is the behavior on one connection, and
 * its variations compose: {@code new Healthy(member, scram).slow(…, "find").cutAfter(…)}. {@link
 * dev.mendline.lab.peer.Identity} is the identity of the peer: member of a replica set, router or standalone, of any
 * version.
 */
@NullMarked
package dev.mendline.lab.peer;

import org.jspecify.annotations.NullMarked;
