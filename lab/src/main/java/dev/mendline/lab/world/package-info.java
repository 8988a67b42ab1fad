/**
 * The lab's deployments and zones: {@link dev.mendline.lab.world.Dealt} is who got which fault by chance, {@link
 * dev.mendline.lab.world.World} is all of it standing on loopback. A zone is its resolver, which may give other addresses
 * than another zone's does.
 */
@NullMarked
package dev.mendline.lab.world;

import org.jspecify.annotations.NullMarked;
