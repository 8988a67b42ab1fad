/**
 * The knowledge, read and checked: symptoms with the signatures that recognise them, causes with the conditions that
 * confirm, suggest or refute them and the advice that mends them. Each is one YAML file; every mistake in one is told
 * with its file and line. Conditions are CEL, type-checked here against the fact types, so that a condition that asks
 * for a fact that no probe delivers does not load.
 */
@NullMarked
package dev.mendline.engine.catalog;

import org.jspecify.annotations.NullMarked;
