/**
 * Recognition: which symptoms a text shows, the deepest cause first, then the more specific one. Everything here is a
 * pure function of the text and the catalog. The text is untrusted input.
 */
@NullMarked
package dev.mendline.engine.recognition;

import org.jspecify.annotations.NullMarked;
