/** Probe requests, the node and zone they look at and from, and the outcomes. */
@NullMarked
package dev.mendline.model.probe;

import org.jspecify.annotations.NullMarked;
