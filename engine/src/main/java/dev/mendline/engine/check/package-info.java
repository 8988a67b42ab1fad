/**
 * What a catalog's own files promise, tried: every example shows its symptom, no near-miss does, and every symptom has
 * a cause. The build checks what ships with it, {@code mendline catalog test} a user's folder over what ships; all that
 * is wrong is told, not only the first.
 */
@NullMarked
package dev.mendline.engine.check;

import org.jspecify.annotations.NullMarked;
