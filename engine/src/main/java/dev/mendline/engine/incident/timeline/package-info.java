/** Timeline entries: their parameters, the reasons that they give, and the sentences that are rendered from both. */
@NullMarked
package dev.mendline.engine.incident.timeline;

import org.jspecify.annotations.NullMarked;
