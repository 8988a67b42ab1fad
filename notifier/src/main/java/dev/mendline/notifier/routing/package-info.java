/**
 * Decides whether, when and where a revision of an incident is shown. The policy is a pure function: it takes the
 * incident, the state of one destination and the time, and returns a decision with an enumerated reason.
 */
@NullMarked
package dev.mendline.notifier.routing;

import org.jspecify.annotations.NullMarked;
