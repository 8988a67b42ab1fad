/**
 * MongoDB peers with configurable behavior. {@link dev.mendline.lab.peer.Script} is the behavior on one connection, and
 * its variations compose: {@code new Healthy(member, scram).slow(…, "find").cutAfter(…)}.
 */
@NullMarked
package dev.mendline.lab.peer;

import org.jspecify.annotations.NullMarked;
