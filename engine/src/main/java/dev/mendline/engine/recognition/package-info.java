/** Recognition of symptoms and hints: pure functions of the untrusted text and the catalog. */
@NullMarked
package dev.mendline.engine.recognition;

import org.jspecify.annotations.NullMarked;
