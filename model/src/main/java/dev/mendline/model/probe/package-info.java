/** Probe requests, the nodes and zones they concern, and their outcomes. */
@NullMarked
package dev.mendline.model.probe;

import org.jspecify.annotations.NullMarked;
