/**
 * Faults of the lab, one entry each in {@link dev.mendline.lab.scenario.Faults}: the expected diagnosis, the name
 * resolution, the behavior of nodes and the service's connection.
 */
@NullMarked
package dev.mendline.lab.scenario;

import org.jspecify.annotations.NullMarked;
