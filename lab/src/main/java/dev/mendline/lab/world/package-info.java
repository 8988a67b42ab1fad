/**
 * Deployments and zones of the lab. {@link dev.mendline.lab.world.AssignedScenario} is a fault with random names;
 * {@link dev.mendline.lab.world.World} runs all of them on loopback. A zone is defined by its resolver, which may
 * return other addresses than another zone's.
 */
@NullMarked
package dev.mendline.lab.world;

import org.jspecify.annotations.NullMarked;
