/** The probe command: probes one target, stage by stage. */
@NullMarked
package dev.mendline.cli.probe;

import org.jspecify.annotations.NullMarked;
