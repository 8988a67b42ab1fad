/**
 * What can be wrong in the lab, one entry each: {@link dev.mendline.lab.scenario.Fault} says what a right diagnosis of it
 * is, and how names resolve, what stands at the nodes' addresses and how the service connects. A new scenario is one
 * more entry in {@link dev.mendline.lab.scenario.Faults}.
 */
@NullMarked
package dev.mendline.lab.scenario;

import org.jspecify.annotations.NullMarked;
