/** Gaps of the catalog: unrecognized texts that look like MongoDB errors, grouped and offered as symptom files. */
@NullMarked
package dev.mendline.engine.gap;

import org.jspecify.annotations.NullMarked;
