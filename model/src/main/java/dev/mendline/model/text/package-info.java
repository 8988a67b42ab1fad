/** Text of people, made safe to show. */
@NullMarked
package dev.mendline.model.text;

import org.jspecify.annotations.NullMarked;
