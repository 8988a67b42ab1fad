/** Published incident with its diagnosis and advice. */
@NullMarked
package dev.mendline.model.incident;

import org.jspecify.annotations.NullMarked;
