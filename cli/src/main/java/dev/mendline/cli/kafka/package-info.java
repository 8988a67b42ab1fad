/** Access of commands to a Kafka cluster. */
@NullMarked
package dev.mendline.cli.kafka;

import org.jspecify.annotations.NullMarked;
