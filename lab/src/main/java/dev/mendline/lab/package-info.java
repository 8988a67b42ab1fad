/**
 * A world that breaks on purpose, on loopback alone: name servers and MongoDB wire peers that misbehave as told, real
 * driver clients that run into them and log what applications log, and a Kafka broker inside the process. It knows the
 * true cause of each fault; those who diagnose see only the log lines and the configuration.
 */
@NullMarked
package dev.mendline.lab;

import org.jspecify.annotations.NullMarked;
