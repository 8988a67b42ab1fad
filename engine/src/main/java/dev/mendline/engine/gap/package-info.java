/**
 * What the catalog does not know yet: texts that smell of MongoDB and show no symptom, put together by what stays the
 * same in them, and offered as symptom files to complete.
 */
@NullMarked
package dev.mendline.engine.gap;

import org.jspecify.annotations.NullMarked;
