/** Sightings and hints: a recognized log event, bound to a deployment, redacted and folded per second. */
@NullMarked
package dev.mendline.engine.sighting;

import org.jspecify.annotations.NullMarked;
