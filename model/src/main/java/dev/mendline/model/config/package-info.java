/** Configuration that people write: strict YAML, the inventory of targets and zones, secrets, durations. */
@NullMarked
package dev.mendline.model.config;

import org.jspecify.annotations.NullMarked;
