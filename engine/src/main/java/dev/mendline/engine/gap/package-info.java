/**
 * Gaps of the catalog: texts that look like MongoDB errors but show no symptom, grouped by their fixed parts and
 * offered as symptom files to complete.
 */
@NullMarked
package dev.mendline.engine.gap;

import org.jspecify.annotations.NullMarked;
