/**
 * The seam between the notifier and the places where people read: a {@code Channel} takes a message and returns a
 * {@code Delivery}. Each channel type adds its settings record and its class in a package of its own.
 */
@NullMarked
package dev.mendline.notifier.channel;

import org.jspecify.annotations.NullMarked;
