/** Conditions of causes: CEL expressions over the evidence, checked when the catalog is loaded. */
@NullMarked
package dev.mendline.engine.condition;

import org.jspecify.annotations.NullMarked;
