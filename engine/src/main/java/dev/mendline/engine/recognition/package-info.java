/**
 * From a text to a sighting: which symptom it shows (the deepest cause in it, then the more specific), which deployment
 * it speaks of, and what of it may be kept. Everything here is a pure function of the text, the catalog and the
 * inventory; the text is an attacker's.
 */
@NullMarked
package dev.mendline.engine.recognition;

import org.jspecify.annotations.NullMarked;
