/** A Kafka broker inside the process, for the demo, for {@code up} and for tests: nothing to install, one folder of data. */
@NullMarked
package dev.mendline.lab.broker;

import org.jspecify.annotations.NullMarked;
