/** Redaction of secrets in texts, before anything is stored. */
@NullMarked
package dev.mendline.engine.redaction;

import org.jspecify.annotations.NullMarked;
