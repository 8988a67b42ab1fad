/** Records that the engine keeps between two journal records. Their JSON is what a state store holds. */
@NullMarked
package dev.mendline.engine.incident.state;

import org.jspecify.annotations.NullMarked;
