/** Connection strings, read without ever showing their secret. */
@NullMarked
package dev.mendline.probes.uri;

import org.jspecify.annotations.NullMarked;
