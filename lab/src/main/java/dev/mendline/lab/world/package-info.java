/**
 * Deployments and zones of the lab, with random names. A zone is defined by its resolver, which may return other
 * addresses than another zone's.
 */
@NullMarked
package dev.mendline.lab.world;

import org.jspecify.annotations.NullMarked;
