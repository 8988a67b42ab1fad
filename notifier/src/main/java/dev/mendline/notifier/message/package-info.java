/** Renders an incident into a message whose texts are safe to show in any channel. */
@NullMarked
package dev.mendline.notifier.message;

import org.jspecify.annotations.NullMarked;
