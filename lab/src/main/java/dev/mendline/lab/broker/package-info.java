/** Embedded Kafka broker for the demo, for {@code up} and for tests. It needs no installation and one data folder. */
@NullMarked
package dev.mendline.lab.broker;

import org.jspecify.annotations.NullMarked;
