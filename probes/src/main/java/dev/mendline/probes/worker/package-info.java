/**
 * Workers that take requests from a zone's topic, run them, and write each finding to the journal before they
 * acknowledge the request. The requests come from a {@link dev.mendline.probes.worker.ProbeQueue}: a share group, or an
 * ordinary consumer group for older brokers. A worker holds a request until it is answered. If it releases the request
 * or dies, another worker gets it. So a request may run twice; both findings have its id, and only the first counts.
 */
@NullMarked
package dev.mendline.probes.worker;

import org.jspecify.annotations.NullMarked;
