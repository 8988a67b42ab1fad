/**
 * MongoDB peers that behave as told: {@link dev.mendline.lab.peer.Script} is what one answers on one connection, from a
 * healthy member to one that has no connection left.
 */
@NullMarked
package dev.mendline.lab.peer;

import org.jspecify.annotations.NullMarked;
