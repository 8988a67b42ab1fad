/**
 * MongoDB peers that behave as told. {@link dev.mendline.lab.peer.Script} is what one answers on one connection, and its
 * variations compose: {@code new Healthy(member, scram).slow(…, "find").cutAfter(…)}. {@link
 * dev.mendline.lab.peer.Identity} is what it says that it is: member of a replica set, router, standalone, of any age.
 */
@NullMarked
package dev.mendline.lab.peer;

import org.jspecify.annotations.NullMarked;
