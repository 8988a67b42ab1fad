/**
 * Reads the incidents topic and delivers messages: one message per incident and channel, edited as the incident changes.
 * The {@code Outbox} of each channel is pure; {@code NotificationLoop} and {@code ChannelSender} are the shell around it.
 * The notification log (a compacted topic) holds what each channel shows, so that a restart neither repeats nor loses it.
 */
@NullMarked
package dev.mendline.notifier.delivery;

import org.jspecify.annotations.NullMarked;
