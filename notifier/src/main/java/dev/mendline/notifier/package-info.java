/**
 * Registry of the channel types that {@code mendline.yaml} can name. The packages below it hold one step each: a
 * {@code message} renders an incident, {@code routing} decides whether and when a channel shows it, {@code delivery}
 * reads the incidents topic and sends, and each channel type has a package of its own.
 */
@NullMarked
package dev.mendline.notifier;

import org.jspecify.annotations.NullMarked;
