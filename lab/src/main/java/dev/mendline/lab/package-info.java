/**
 * Lab that breaks deployments on purpose, only on loopback: faulty name servers and MongoDB peers, real driver clients
 * that log the errors, and an embedded Kafka broker. The lab knows the true cause of each fault; a diagnosis sees only
 * log lines and the configuration.
 */
@NullMarked
package dev.mendline.lab;

import org.jspecify.annotations.NullMarked;
