/** Check of a catalog: every example shows its symptom, no near-miss does, and every symptom has a cause. */
@NullMarked
package dev.mendline.engine.check;

import org.jspecify.annotations.NullMarked;
