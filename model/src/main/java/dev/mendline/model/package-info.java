/** Records of all stages, topic names, JSON form and configuration. It contains no logic except checks, and no I/O. */
@NullMarked
package dev.mendline.model;

import org.jspecify.annotations.NullMarked;
