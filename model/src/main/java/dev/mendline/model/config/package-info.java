/** Configuration files: strict YAML, the inventory of targets and zones, secrets and durations. */
@NullMarked
package dev.mendline.model.config;

import org.jspecify.annotations.NullMarked;
