/**
 * Faults of the lab, one entry each. {@link dev.mendline.lab.scenario.Fault} contains the expected diagnosis, the name
 * resolution, the behavior of nodes and the service's connection. A new scenario is one more entry in {@link
 * dev.mendline.lab.scenario.Faults}.
 */
@NullMarked
package dev.mendline.lab.scenario;

import org.jspecify.annotations.NullMarked;
