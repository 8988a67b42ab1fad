/** Redaction: secrets are taken out of a text before anything is stored. */
@NullMarked
package dev.mendline.engine.redaction;

import org.jspecify.annotations.NullMarked;
