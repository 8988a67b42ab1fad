/**
 * From an incident to a message that a tired person can follow. An incident is rendered once into a {@code Message},
 * whose text can do nothing but be read; a {@code Channel} lays it out and delivers it. There is one message per
 * incident and channel, edited as the incident changes: what stands where is kept in the ledger topic, what comes next
 * is decided by the {@code Outbox}, which knows neither clock nor Kafka; the {@code Pump} is the shell around it.
 */
@NullMarked
package dev.mendline.notifier;

import org.jspecify.annotations.NullMarked;
