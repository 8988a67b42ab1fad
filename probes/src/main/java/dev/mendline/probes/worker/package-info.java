/**
 * Takes requests from a zone's topic, runs them, and puts each finding into the journal before it lets go of the request.
 * {@link dev.mendline.probes.worker.ProbeQueue} is where requests come from: a share group's, or an ordinary consumer
 * group's for older brokers, with one contract. Either way a request is taken until it is answered: what a worker gives
 * back, or dies with, is another one's. So a request may run twice; the finding carries its id, and counts once.
 */
@NullMarked
package dev.mendline.probes.worker;

import org.jspecify.annotations.NullMarked;
