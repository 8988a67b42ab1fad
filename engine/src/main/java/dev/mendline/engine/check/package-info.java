/**
 * Check of a catalog's examples: every example shows its symptom, no near-miss does, and every symptom has a cause. The
 * build checks the shipped catalog; {@code mendline catalog test} checks a user's folder with it. All mistakes are
 * reported, not only the first.
 */
@NullMarked
package dev.mendline.engine.check;

import org.jspecify.annotations.NullMarked;
