/** Correlation across sites: incidents of a zone or project that share a cause get one parent incident. */
@NullMarked
package dev.mendline.engine.incident.correlation;

import org.jspecify.annotations.NullMarked;
