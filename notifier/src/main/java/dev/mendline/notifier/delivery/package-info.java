/**
 * Decides when each channel shows an incident, and sends one message per incident and channel, edited as it changes. The
 * notification log (a compacted topic) holds what each channel shows, so that a restart neither repeats nor loses it.
 */
@NullMarked
package dev.mendline.notifier.delivery;

import org.jspecify.annotations.NullMarked;
