/** Names on the wire, and texts from people made safe to display. */
@NullMarked
package dev.mendline.model.text;

import org.jspecify.annotations.NullMarked;
