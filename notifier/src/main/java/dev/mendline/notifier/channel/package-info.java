/** Interface between the notifier and the places where people read messages. */
@NullMarked
package dev.mendline.notifier.channel;

import org.jspecify.annotations.NullMarked;
