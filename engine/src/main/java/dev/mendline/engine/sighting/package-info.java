/** Sightings and hints: recognized log events, bound to a deployment, redacted, and merged per second. */
@NullMarked
package dev.mendline.engine.sighting;

import org.jspecify.annotations.NullMarked;
